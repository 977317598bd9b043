// Writes Data/trigrams.json, the 300 commonest triples of letters of each language in the Latin script, the commonest first,
// from the npm package "trigrams" (MIT), which counted them in the Universal Declaration of Human Rights. docs/checks.md says
// how to run it. The same package gives the same bytes.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const data = join(dirname(fileURLToPath(import.meta.url)), 'Data');
const packages = process.argv[2];
if (!packages) {
  console.error('usage: node trigrams.mjs FOLDER, where FOLDER/node_modules holds the package trigrams');
  process.exit(2);
}

const counted = JSON.parse(readFileSync(join(packages, 'node_modules', 'trigrams', 'lib', 'top.json'), 'utf8'));
const names = { ca: 'cat', de: 'deu_1996', en: 'eng', es: 'spa', fr: 'fra', it: 'ita', nl: 'nld', pl: 'pol', pt: 'por_BR' };
const latin = readdirSync(data).filter((name) => name.endsWith('.house.json') && JSON.parse(readFileSync(join(data, name), 'utf8')).script === 'Latn')
  .map((name) => name.split('.')[0]).sort();
const result = {};
for (const tag of latin) {
  if (!counted[names[tag]]) throw new Error(`the package has no trigrams for ${tag}`);
  result[tag] = Object.entries(counted[names[tag]]).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([triple]) => triple).join('|');
}

writeFileSync(join(data, 'trigrams.json'), `${JSON.stringify(result, null, 1)}\n`);
console.log(latin.join(' '));
