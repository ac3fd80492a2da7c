import { getCountries, getCountryCallingCode } from 'libphonenumber-js/min';

/** The countries of the drop-down with their calling codes: the United Kingdom first, the others by name. */
export function listCountries(): { value: string; text: string }[] {
  const names = new Intl.DisplayNames(['en-GB'], { type: 'region' });
  const countries = getCountries().map((country) => ({
    value: country,
    text: `${names.of(country) ?? country} (+${getCountryCallingCode(country)})`,
  }));
  const isHome = ({ value }: { value: string }): boolean => value === 'GB';
  const others = countries.filter((country) => !isHome(country));
  return [...countries.filter(isHome), ...others.sort((a, b) => a.text.localeCompare(b.text, 'en-GB'))];
}
