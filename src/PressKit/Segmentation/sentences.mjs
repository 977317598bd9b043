// Writes Data/sentence-break.json, the Sentence_Break property of Unicode, and Data/suppressions.json, the abbreviations of
// CLDR. docs/segmentation.md says how to run it. The same files give the same bytes.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const data = join(dirname(fileURLToPath(import.meta.url)), 'Data');
const [packages, unicode] = process.argv.slice(2);
if (!packages || !unicode) {
  console.error('usage: node sentences.mjs FOLDER UNICODE, where FOLDER/node_modules holds cldr-segments-full and UNICODE/auxiliary the Unicode character database');
  process.exit(2);
}

// Ranges of code points in hexadecimal, neighbours joined, in order.
function classes(text) {
  const ranges = {};
  for (const line of text.split('\n')) {
    const match = /^([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*;\s*(\w+)/.exec(line);
    if (!match) continue;
    const [first, last] = [parseInt(match[1], 16), parseInt(match[2] ?? match[1], 16)];
    const list = (ranges[match[3]] ??= []);
    list.push([first, last]);
  }
  const hex = (n) => n.toString(16).toUpperCase().padStart(4, '0');
  return Object.fromEntries(Object.entries(ranges).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, list]) => {
    const joined = [];
    for (const [first, last] of list.sort((a, b) => a[0] - b[0])) {
      if (joined.length && joined.at(-1)[1] + 1 === first) joined.at(-1)[1] = last;
      else joined.push([first, last]);
    }
    return [name, joined.map(([first, last]) => (first === last ? hex(first) : `${hex(first)}-${hex(last)}`)).join(' ')];
  }));
}

function suppressions() {
  const root = join(packages, 'node_modules', 'cldr-segments-full');
  const locales = readdirSync(join(root, 'segments')).sort();
  const lists = locales.map((locale) => {
    const { segments } = JSON.parse(readFileSync(join(root, 'segments', locale, 'suppressions.json'), 'utf8'));
    const list = segments.segmentations?.SentenceBreak?.standard ?? [];
    return [locale, [...new Set(list.map((entry) => entry.suppression))].sort()];
  });
  return {
    cldr: JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version,
    suppressions: Object.fromEntries(lists.filter(([, list]) => list.length > 0)),
  };
}

const write = (name, value) => writeFileSync(join(data, name), `${JSON.stringify(value, null, 2)}\n`);
const property = readFileSync(join(unicode, 'auxiliary', 'SentenceBreakProperty.txt'), 'utf8');
const version = /SentenceBreakProperty-([0-9.]+)\.txt/.exec(property)[1];
write('sentence-break.json', { unicode: version, classes: classes(property) });
const cldr = suppressions();
write('suppressions.json', cldr);
console.log(`Unicode ${version}, CLDR ${cldr.cldr}: ${Object.keys(cldr.suppressions).join(' ')}`);
