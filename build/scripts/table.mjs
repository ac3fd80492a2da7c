/** Lays rows of texts out in columns, each as wide as its widest text. */
function columns(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) =>
    row
      .map((text, column) => text.padEnd(widths[column]))
      .join('  ')
      .trimEnd(),
  );
}

/** What a newcomer needs to see: addresses, people, and how to open the caseworker app. */
export function demoTable({ origin, people, caseworkerApp }) {
  const rule = '-'.repeat(100);
  const addresses = [
    ['Carer portal', `${origin}/`],
    ['Caseworker app', caseworkerApp],
    ['Caseworker preview', `${origin}/caseworker/`],
    ['Mailbox and phone', `${origin}/demo/outbox`],
  ];
  const head = ['Person', 'Role', 'E-mail', 'Password', 'Note'];
  const rows = people.map(({ name, role, email, password, note }) => [
    name,
    role,
    email,
    password ?? '',
    note ?? '',
  ]);
  return [
    rule,
    "Children's Services Online is running, with a demo council in it.",
    '',
    ...columns(addresses),
    '',
    ...columns([head, ...rows]),
    '',
    'Start over: npm run demo:reset     Stop: Ctrl-C',
    rule,
  ].join('\n');
}
