// Writes Data/<tag>.cldr.json, what CLDR knows of how a language writes numbers, dates and amounts, for every language that
// has a hand-written <tag>.house.json in Data. docs/checks.md says how to run it. The same packages give the same bytes.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const data = join(dirname(fileURLToPath(import.meta.url)), 'Data');
const packages = process.argv[2];
if (!packages) {
  console.error('usage: node cldr.mjs FOLDER, where FOLDER/node_modules holds the cldr-* packages');
  process.exit(2);
}

const modules = join(packages, 'node_modules');
const json = (...path) => JSON.parse(readFileSync(join(modules, ...path), 'utf8'));
const main = (part, tag, file) => json(`cldr-${part}-full`, 'main', tag, `${file}.json`).main[tag];
const version = json('cldr-core', 'package.json').version;
const tags = readdirSync(data).filter((name) => name.endsWith('.house.json')).map((name) => name.split('.')[0]).sort();

const currencies = ['USD', 'EUR', 'GBP', 'JPY', 'CNY', 'KRW', 'CHF', 'INR', 'RUB', 'PLN', 'BRL', 'SAR', 'AED', 'EGP', 'SEK', 'NOK', 'DKK', 'TRY', 'HKD', 'TWD', 'CAD', 'AUD', 'MXN'];
const units = {
  'length-kilometer': 'km', 'length-meter': 'm', 'length-centimeter': 'cm', 'length-millimeter': 'mm', 'length-mile': 'mi', 'length-foot': 'ft', 'length-inch': 'in',
  'mass-kilogram': 'kg', 'mass-gram': 'g', 'mass-tonne': 't', 'mass-pound': 'lb', 'area-square-kilometer': 'km²', 'area-square-meter': 'm²', 'area-hectare': 'ha',
  'volume-liter': 'l', 'volume-cubic-meter': 'm³', 'temperature-celsius': '°C', 'temperature-fahrenheit': '°F', 'speed-kilometer-per-hour': 'km/h',
  'power-watt': 'W', 'power-kilowatt': 'kW', 'power-megawatt': 'MW', 'energy-kilowatt-hour': 'kWh',
  'digital-kilobyte': 'kB', 'digital-megabyte': 'MB', 'digital-gigabyte': 'GB', 'digital-terabyte': 'TB', 'frequency-hertz': 'Hz', 'frequency-megahertz': 'MHz', 'frequency-gigahertz': 'GHz',
};

const distinct = (list) => [...new Set(list.filter((text) => text && !/\{/.test(text)).map((text) => text.trim()).filter(Boolean))];
const bare = (pattern) => pattern?.replace('{0}', '').trim();

function scales(tag, formats) {
  const result = {};
  for (const [power, exponent] of [['1000', 3], ['10000', 4], ['1000000', 6], ['100000000', 8], ['1000000000', 9], ['1000000000000', 12]]) {
    const list = ['long', 'short'].flatMap((width) => Object.entries(formats[width].decimalFormat)
      .filter(([key, pattern]) => key.startsWith(`${power}-`) && (width === 'long' || /\p{L}{2}|[万億亿만억]/u.test(pattern)))
      .filter(([, pattern]) => /^0(?!0)/.test(pattern.replace(/'/g, '')))
      .map(([, pattern]) => pattern.replace(/0|'/g, '')));
    if (distinct(list).length) result[exponent] = distinct(list);
  }

  return result;
}

function dates(tag) {
  const calendar = main('dates', tag, 'ca-gregorian').dates.calendars.gregorian;
  const widths = (what, keys) => keys.map((key) => distinct(['format', 'stand-alone'].flatMap((context) =>
    ['wide', 'abbreviated'].map((width) => what[context][width][key]))));
  const periods = calendar.dayPeriods.format;
  return {
    months: widths(calendar.months, Array.from({ length: 12 }, (_, i) => String(i + 1))),
    weekdays: widths(calendar.days, ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']),
    before: distinct([calendar.eras.eraAbbr['0'], calendar.eras.eraNames['0'], calendar.eras.eraAbbr['0-alt-variant']]),
    am: distinct([periods.abbreviated.am, periods.wide.am]),
    pm: distinct([periods.abbreviated.pm, periods.wide.pm]),
    short: calendar.dateFormats.short.replace(/'[^']*'|[^dMy]/g, '').replace(/(.)\1+/g, '$1'),
  };
}

function language(tag) {
  const { numbers } = main('numbers', tag, 'numbers');
  const system = 'latn';
  const formats = numbers[`decimalFormats-numberSystem-${system}`];
  const symbols = numbers[`symbols-numberSystem-${system}`];
  const names = main('numbers', tag, 'currencies').numbers.currencies;
  const measured = main('units', tag, 'units').units;
  const { delimiters } = main('misc', tag, 'delimiters');
  return {
    cldr: version,
    decimal: symbols.decimal,
    group: symbols.group,
    minimumGroupingDigits: Number(numbers.minimumGroupingDigits),
    percent: numbers[`percentFormats-numberSystem-${system}`].standard.replace(/[\u200e\u200f\u061c]/g, ''),
    quotes: [[delimiters.quotationStart, delimiters.quotationEnd], [delimiters.alternateQuotationStart, delimiters.alternateQuotationEnd]],
    scales: scales(tag, formats),
    dates: dates(tag),
    currencies: Object.fromEntries(currencies.map((code) => [code, distinct([code, names[code].symbol, names[code]['symbol-alt-narrow'], ...Object.entries(names[code])
      .filter(([key]) => key.startsWith('displayName')).map(([, name]) => name)])])),
    units: Object.fromEntries(Object.entries(units).map(([key, symbol]) => [symbol, distinct(['long', 'short', 'narrow'].flatMap((width) =>
      Object.entries(measured[width][key] ?? {}).filter(([name]) => name.startsWith('unitPattern')).map(([, pattern]) => bare(pattern))))])),
  };
}

// Invisible characters are escaped, so that a person sees them in a diff.
function write(path, value) {
  const text = JSON.stringify(value, null, 1)
    .replace(/\[\s+([^[\]{}]*?)\s+\]/g, (_, list) => `[${list.replace(/\s*\n\s*/g, ' ')}]`)
    .replace(/[\p{Cf}\u00a0\u2000-\u200f\u2028-\u202f\u205f\u3000]/gu, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
  writeFileSync(path, `${text}\n`);
}

for (const tag of tags) write(join(data, `${tag}.cldr.json`), language(tag));
console.log(`CLDR ${version}: ${tags.join(' ')}`);
