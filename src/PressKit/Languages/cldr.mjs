// Writes Data/<tag>.cldr.json, Data/<tag>.numbers.json and Data/index.json, and the plural rules that the tests read, from CLDR's npm packages.
// docs/languages.md says how to run it. A language is whatever has a hand-written <tag>.strings.json or <tag>.house.json
// in Data/. The same packages give the same bytes: nothing is taken from Node's own locale data but upper-casing.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const data = join(here, 'Data');
const packages = process.argv[2];
if (!packages) {
  console.error('usage: node cldr.mjs FOLDER, where FOLDER/node_modules holds the cldr-* packages');
  process.exit(2);
}

const read = (...path) => JSON.parse(readFileSync(join(packages, 'node_modules', ...path), 'utf8'));
const main = (part, tag, file) => read(`cldr-${part}-full`, 'main', tag, `${file}.json`).main[tag];
const supplemental = (file) => read('cldr-core', 'supplemental', `${file}.json`).supplemental;

const version = read('cldr-core', 'package.json').version;
for (const part of ['dates', 'numbers', 'misc', 'localenames', 'units', 'rbnf']) {
  const other = read(`cldr-${part}${part === 'rbnf' ? '' : '-full'}`, 'package.json').version;
  if (other !== version) throw new Error(`cldr-${part} is ${other}, cldr-core is ${version}`);
}

const coverage = Object.keys(read('cldr-core', 'coverageLevels.json').coverageLevels);
const plurals = supplemental('plurals')['plurals-type-cardinal'];
const numberingSystems = supplemental('numberingSystems').numberingSystems;
const likely = supplemental('likelySubtags').likelySubtags;
const aliases = read('cldr-core', 'supplemental', 'aliases.json').supplemental.metadata.alias.languageAlias;

const files = readdirSync(data).filter((name) => /\.(strings|house)\.json$/.test(name));
const tags = [...new Set(files.map((name) => name.split('.')[0]))].sort();
const primary = (tag) => tag.split('-')[0];
const scriptOf = (tag) => tag.split('-').find((part) => part.length === 4);

// Languages whose names are carried: those that CLDR has a locale for, and those whose English has a name with a region
// or a script.
const english = main('localenames', 'en', 'languages').localeDisplayNames.languages;
const named = [...new Set([
  ...coverage.map(primary),
  ...Object.keys(english).filter((key) => /^[a-z]{2,3}-([A-Z][a-z]{3}|[A-Z]{2}|[0-9]{3})$/.test(key)),
])].sort();

function names(tag) {
  const { languages } = main('localenames', tag, 'languages').localeDisplayNames;
  const { territories } = main('localenames', tag, 'territories').localeDisplayNames;
  const { scripts } = main('localenames', tag, 'scripts').localeDisplayNames;
  const pattern = localePattern(tag);
  const name = (key) => {
    if (languages[key]) return languages[key];
    const [language, rest] = key.split('-');
    const part = rest && (territories[rest] ?? scripts[rest]);
    return part && languages[language] && pattern.replace('{0}', languages[language]).replace('{1}', part);
  };
  return Object.fromEntries(named.map((key) => [key, name(key)]).filter(([, value]) => value));
}

const localePattern = (tag) =>
  main('localenames', tag, 'localeDisplayNames').localeDisplayNames.localeDisplayPattern.localePattern;

// CLDR's own title-casing of a first word, for the scripts that have it; Georgian has capitals but no title case.
function autonym(tag) {
  const { languages } = main('localenames', tag, 'languages').localeDisplayNames;
  const name = languages[tag] ?? languages[primary(tag)];
  const [first] = name;
  return /\p{Script=Georgian}/u.test(first) ? name : first.toLocaleUpperCase(tag) + name.slice(first.length);
}

function dates(tag) {
  const calendar = main('dates', tag, 'ca-gregorian').dates.calendars.gregorian;
  const zones = main('dates', tag, 'timeZoneNames').dates.timeZoneNames;
  const twelve = (months) => Array.from({ length: 12 }, (_, i) => months[i + 1]);
  const hours24 = /[Hk]/.test(calendar.timeFormats.short.replace(/'[^']*'/g, ''));
  const available = calendar.dateTimeFormats.availableFormats;
  return {
    long: calendar.dateFormats.long,
    medium: calendar.dateFormats.medium,
    time: hours24 || available.hmv.includes('B') ? available.Hmv : available.hmv,
    dateTime: calendar.dateTimeFormats.long,
    year: available.y,
    yearMonth: available.yMMMM,
    months: twelve(calendar.months.format.wide),
    shortMonths: twelve(calendar.months.format.abbreviated),
    standaloneMonths: twelve(calendar.months['stand-alone'].wide),
    era: calendar.eras.eraAbbr['1'],
    am: calendar.dayPeriods.format.abbreviated.am,
    pm: calendar.dayPeriods.format.abbreviated.pm,
    offset: zones.hourFormat,
    offsetFrame: zones.gmtFormat,
    offsetZero: zones.gmtZeroFormat,
  };
}

function numbers(tag, house) {
  const { numbers } = main('numbers', tag, 'numbers');
  const system = house.numberingSystem ?? numbers.defaultNumberingSystem;
  const symbols = numbers[`symbols-numberSystem-${system}`];
  return {
    system,
    digits: numberingSystems[system]._digits,
    pattern: numbers[`decimalFormats-numberSystem-${system}`].standard,
    minimumGroupingDigits: Number(numbers.minimumGroupingDigits),
    decimal: symbols.decimal,
    group: symbols.group,
    minus: symbols.minusSign,
  };
}

// The sizes of files, by the power of 1000; a number in front takes the form for several.
function sizes(tag) {
  const { short } = main('units', tag, 'units').units;
  return ['byte', 'kilobyte', 'megabyte', 'gigabyte'].map((unit) => short[`digital-${unit}`]['unitPattern-count-other']);
}

function list(tag) {
  const pattern = main('misc', tag, 'listPatterns').listPatterns['listPattern-type-standard'];
  return { two: pattern['2'], start: pattern.start, middle: pattern.middle, end: pattern.end };
}

function pluralRules(rules) {
  return Object.fromEntries(Object.entries(rules).map(([key, rule]) => [key.replace('pluralRule-count-', ''), rule.trim()]));
}

function language(tag) {
  const house = files.includes(`${tag}.house.json`) ? JSON.parse(readFileSync(join(data, `${tag}.house.json`), 'utf8')) : {};
  const { delimiters } = main('misc', tag, 'delimiters');
  return {
    cldr: version,
    autonym: autonym(tag),
    direction: main('misc', tag, 'layout').layout.orientation.characterOrder === 'right-to-left' ? 'rtl' : 'ltr',
    dates: dates(tag),
    numbers: numbers(tag, house),
    sizes: sizes(tag),
    list: list(tag),
    quotes: {
      open: delimiters.quotationStart,
      close: delimiters.quotationEnd,
      innerOpen: delimiters.alternateQuotationStart,
      innerClose: delimiters.alternateQuotationEnd,
    },
    plurals: pluralRules(plurals[tag] ?? plurals[primary(tag)]),
    localePattern: localePattern(tag),
    languages: names(tag),
  };
}

// The script that a tag is written in when it does not say so: of each language here, alone and with a region.
function scripts() {
  const primaries = new Set(tags.map(primary));
  const entries = Object.entries(likely)
    .filter(([key]) => primaries.has(primary(key)) && /^[a-z]{2,3}(-([A-Z]{2}|[0-9]{3}))?$/.test(key))
    .map(([key, value]) => [key, scriptOf(value)]);
  const byTag = Object.fromEntries(entries);
  return Object.fromEntries(entries.filter(([key, script]) => key === primary(key) || byTag[primary(key)] !== script).sort());
}

// Other tags of a language here: withdrawn ones, and Norwegian, whose macrolanguage is written as Bokmål.
function otherTags() {
  const withdrawn = Object.entries(aliases)
    .filter(([key, { _replacement }]) => /^[a-z]{2,3}$/.test(key) && tags.includes(_replacement.replace('_', '-')))
    .filter(([, { _reason }]) => _reason !== 'overlong')
    .map(([key, { _replacement }]) => [key, _replacement.replace('_', '-')]);
  return Object.fromEntries([...withdrawn, ...(tags.includes('nb') ? [['no', 'nb']] : [])].filter(([key]) => !tags.includes(key)).sort());
}

const distinct = (list) => [...new Set(list.map((text) => text.trim()).filter(Boolean))];

// Rule-based number formats (Unicode TS 35, part 3, section 7), as far as numbers below ten thousand need them.
function spell(groups, set, n, depth = 0) {
  const rules = groups[set].filter(([base]) => /^\d+$/.test(base)).map(([base, text]) => [Number(base), text]);
  let at = rules.findLastIndex(([base]) => base <= n);
  const divisorOf = (base) => (base > 0 ? 10 ** Math.floor(Math.log10(base) + 1e-9) : 1);
  const [found, body] = rules[at];
  if (found > 0 && /←.*←/.test(body) && /→.*→/.test(body) && n % divisorOf(found) === 0 && found % divisorOf(found) !== 0) at--;
  const [base, text] = rules[at];
  const divisor = divisorOf(base);
  const [quotient, rest] = [Math.floor(n / divisor), n % divisor];
  if (depth > 12) throw new Error(`${set} does not end for ${n}`);
  const into = (name, value) => {
    if (name.startsWith('#')) return String(value);
    return spell(groups, name || set, value, depth + 1);
  };
  return text.replace(/;$/, '').replace(/^'/, '')
    .replace(/\[([^\]]*)\]/g, (_, optional) => (rest === 0 ? '' : optional))
    .replace(/→([^→]*)→>?/g, (_, name) => into(name, rest))
    .replace(/←([^←]*)←/g, (_, name) => into(name, quotient))
    .replace(/=([^=]+)=/g, (_, name) => into(name, n))
    .replace(/\$\((cardinal|ordinal),.*?\)\$/g, '').replace(/\u00ad/g, '');
}

// Numbers in words, of the languages that CLDR has rules for; Bokmål's are those of Norwegian.
function words(tag) {
  const name = [tag, primary(tag), ...(tag === 'nb' ? ['no'] : [])].find((tag) => existsSync(join(packages, 'node_modules', 'cldr-rbnf', 'rbnf', `${tag}.json`)));
  if (!name) return null;
  const groups = read('cldr-rbnf', 'rbnf', `${name}.json`).rbnf.rbnf.SpelloutRules;
  const sets = Object.keys(groups).filter((set) => /^%spellout-(cardinal|numbering$|ordinal)/.test(set));
  const all = (prefix, numbers) => Object.fromEntries(numbers.map((n) => [n, distinct(
    sets.filter((set) => prefix.test(set)).map((set) => spell(groups, set, n)).filter((word) => !/\d/.test(word)))]).filter(([, list]) => list.length));
  const range = (from, to, step = 1) => Array.from({ length: (to - from) / step + 1 }, (_, i) => from + i * step);
  return { cldr: version, cardinals: all(/cardinal|numbering/, [...range(0, 100), ...range(200, 1000, 100)]), ordinals: all(/ordinal/, range(1, 31)) };
}

// Invisible characters are escaped, so that a person sees them in a diff.
function write(path, value, layout = (json) => json) {
  const json = layout(JSON.stringify(value, null, 2))
    .replace(/[\p{Cf}\u00a0\u2000-\u200f\u2028-\u202f\u205f\u3000]/gu, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
  writeFileSync(path, `${json}\n`);
}

const oneLine = (json) => json.replace(/\[\s+([^[\]{}]*?)\s+\]/g, (_, list) => `[${list.replace(/\s*\n\s*/g, ' ')}]`);
for (const tag of tags) {
  write(join(data, `${tag}.cldr.json`), language(tag));
  const spelled = words(tag);
  if (spelled) write(join(data, `${tag}.numbers.json`), spelled, oneLine);
}

write(join(data, 'index.json'), { cldr: version, scripts: scripts(), aliases: otherTags() });
write(
  join(here, '../../../tests/PressKit.Tests/Languages/plurals.json'),
  Object.fromEntries(Object.entries(plurals).map(([tag, rules]) => [tag, pluralRules(rules)])),
);
console.log(`CLDR ${version}: ${tags.join(' ')}`);
