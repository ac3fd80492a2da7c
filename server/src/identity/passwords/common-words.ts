/** What stands at the heart of the most used passwords: words, names, teams, months and runs of keys. */
export const commonWords: readonly string[] = `
password passw0rd passwort passcode letmein welcome welcome1 admin administrator root user login access secret
changeme default guest master monkey dragon shadow sunshine princess football baseball basketball superman batman
spiderman pokemon starwars iloveyou loveyou lovely love trustno1 whatever freedom hello hello1 helloworld goodbye
computer internet google facebook instagram youtube twitter samsung iphone android windows microsoft apple
qwerty qwertyuiop qwerty1 asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc 1qaz2wsx 1q2w3e 1q2w3e4r 1q2w3e4r5t q1w2e3
q1w2e3r4 abc abc123 abcd abcd1234 abcdef abcdefg a1b2c3 a1b2c3d4 aa123456 test test1 testing test123 testtest
january february march april may june july august september october november december
monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter christmas easter holiday
arsenal chelsea liverpool everton tottenham manchester manutd mancity newcastle celtic rangers westham norwich
ipswich leeds villa england scotland wales ireland britain london birmingham bristol cardiff glasgow edinburgh belfast
norfolk suffolk cambridge oxford yarmouth cromer thetford council portal fostering foster carer children service
charlie thomas jessica michael jordan daniel andrew joshua matthew anthony william robert george harry oliver jack
james david richard joseph charles christopher samuel benjamin alexander nicholas jonathan stephen steven patrick
ashley amanda jennifer michelle nicole hannah emily sophie chloe charlotte olivia amelia isabella megan lauren laura
rebecca rachel sarah emma lucy katie natasha victoria elizabeth margaret barbara maggie daisy poppy bailey buster max
molly tigger ginger pepper cookie chocolate banana orange cherry strawberry peanut butterfly rainbow flower angel
angels diamond crystal silver golden purple yellow orange1 matrix killer hunter ranger soccer hockey tennis golfer
harley yamaha ferrari porsche mercedes corvette mustang phoenix thunder lightning tiger lion eagle falcon panther
family mother father mummy daddy mum dad baby babygirl babyboy sister brother grandma grandad nanny home house
jesus heaven blessed forever together friends friend happy lucky smile cheese biscuit coffee whisky guinness
money bitcoin business company office manager support helpdesk server network database system security private
letmein1 openup please thankyou nothing something anything everything nobody somebody pass word keyboard mobile
telephone camera guitar music rockstar metallica nirvana beatles elvis queen prince disney mickey minnie donald
snoopy garfield simpsons harrypotter hogwarts gandalf frodo aragorn merlin arthur camelot robinhood sherlock
`
  .trim()
  .split(/\s+/);

const endings = `
! !! ? . 1 12 123 1234 12345 123456 321 007 01 11 22 69 77 88 99 00 1! 12! 123! 1234! 12345! !1 !12 !123 !1234
@1 @12 @123 @1234 #1 #12 #123 $1 $123 _1 _123 -1 .1 *1 1@ 1# 1$ 1* 123@ 123# ?1
`
  .trim()
  .split(/\s+/);

const yearsFrom = (first: number): string[] =>
  Array.from({ length: 2027 - first }, (_, since) => String(first + since));

/** What people put behind such a word; also nothing. */
export const commonEndings: readonly string[] = [
  '',
  ...endings,
  ...yearsFrom(1980),
  ...yearsFrom(2010).flatMap((year) => [`${year}!`, `@${year}`]),
];
