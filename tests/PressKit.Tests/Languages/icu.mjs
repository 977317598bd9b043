// What ICU, in Node, writes in each language: the other implementation of CLDR that PressKit's is compared with.
const regions = 'AD AE AF AL AM AO AR AT AU AZ BA BD BE BG BH BO BR BY CA CD CF CH CI CL CM CN CO CR CU CY CZ DE DJ DK DO DZ EC EE EG ER ES ET FI FR GA GB GE GH GR GT HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KM KR KW KZ LA LB LI LK LR LT LU LV LY MA MC MD ME MG MK ML MM MN MR MT MU MX MY MZ NA NE NG NI NL NO NP NZ OM PA PE PH PK PL PS PT PY QA RO RS RU RW SA SD SE SG SI SK SN SO SV SY TD TG TH TJ TN TR TZ UA UG US UY UZ VE VN YE ZA ZM ZW'.split(' ');
const days = [[2025, 1, 9], [2025, 3, 30], [2026, 5, 14], [2024, 2, 29], [2025, 8, 3], [2025, 12, 31]];
const numbers = [0, 7, 12, 999, 1234, 12345, 1234567, 0.5, 12345.678];
const counts = [...Array(220).keys(), 1000, 1001, 1002, 10000, 1000000, 2000000];
const at = ([year, month, day]) => new Date(Date.UTC(year, month - 1, day, 12));
const described = (tag) => {
  const date = (options) => new Intl.DateTimeFormat(tag, { ...options, calendar: 'gregory', timeZone: 'UTC' });
  const lists = new Intl.ListFormat(tag, { type: 'conjunction', style: 'long' });
  const number = new Intl.NumberFormat(tag);
  const plural = new Intl.PluralRules(tag);
  const names = new Intl.DisplayNames(tag, { type: 'region' });
  const shuffled = regions.map((region) => names.of(region)).filter((name, i, all) => all.indexOf(name) === i);
  return {
    longDates: days.map((day) => date({ dateStyle: 'long' }).format(at(day))),
    shortDates: days.map((day) => date({ dateStyle: 'medium' }).format(at(day))),
    months: days.map((day) => date({ year: 'numeric', month: 'long' }).format(at(day))),
    years: days.map((day) => date({ year: 'numeric' }).format(at(day))),
    numbers: numbers.map((n) => number.format(n)),
    lists: [['A', 'B'], ['A', 'B', 'C'], ['A', 'B', 'C', 'D']].map((items) => lists.format(items)),
    plurals: counts.map((n) => plural.select(n)),
    names: shuffled,
    sorted: [...shuffled].sort(new Intl.Collator(tag).compare),
  };
};
const languages = Object.fromEntries(process.argv.slice(2).map((tag) => [tag, described(tag)]));
console.log(JSON.stringify({ cldr: process.versions.cldr, days, numbers, counts, languages }));
