// Writes Data/collation.json, the order of letters in all languages, and Data/<tag>.collation.json, where a language departs
// from it. CLDR's collation is in none of its npm packages, so the order is asked of the ICU inside Node, whose version of CLDR
// must be that of the other data but for the last digit. docs/languages.md says how to run it.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const data = join(dirname(fileURLToPath(import.meta.url)), 'Data');
const packages = process.argv[2];
if (!packages) {
  console.error('usage: node collation.mjs FOLDER, where FOLDER/node_modules holds the cldr-* packages');
  process.exit(2);
}

const { cldr } = JSON.parse(readFileSync(join(data, 'index.json'), 'utf8'));
if (process.versions.cldr.split('.')[0] !== cldr.split('.')[0])
  throw new Error(`Node has CLDR ${process.versions.cldr}, the data is ${cldr}`);
const tags = readdirSync(data).filter((name) => name.endsWith('.cldr.json')).map((name) => name.split('.')[0]).sort();

const scriptNames = ['Latn', 'Grek', 'Cyrl', 'Hebr', 'Arab', 'Deva', 'Beng', 'Taml', 'Telu', 'Thai', 'Hang', 'Kana', 'Hani'];
const representative = { Latn: 'a', Grek: 'α', Cyrl: 'а', Hebr: 'א', Arab: 'ب', Deva: 'क', Beng: 'ক', Taml: 'க', Telu: 'క', Thai: 'ก', Hang: '가', Kana: 'ア', Hani: '中' };
const inScript = {
  Latn: /\p{Script=Latn}/u, Grek: /\p{Script=Grek}/u, Cyrl: /\p{Script=Cyrl}/u, Hebr: /\p{Script=Hebr}/u, Arab: /\p{Script=Arab}/u,
  Deva: /\p{Script=Deva}/u, Beng: /\p{Script=Beng}/u, Taml: /\p{Script=Taml}/u, Telu: /\p{Script=Telu}/u, Thai: /\p{Script=Thai}/u,
  Kana: /[\p{Script=Hira}\p{Script=Kana}ー]/u,
};
const scriptOf = (c) => (/[\p{P}\p{Nd}]/u.test(c) ? '' : Object.keys(inScript).find((name) => inScript[name].test(c)) ?? '');

// Letters, marks and digits of the scripts above, and the punctuation and symbols of names; not the forms that Unicode keeps for
// old encodings, phonetics and medieval manuscripts.
const isRare = (code) => (code >= 0x250 && code < 0x300) || (code >= 0x1d00 && code < 0x1e00) || code === 0x1efa || code === 0x1efb ||
  (code >= 0x1efc && code < 0x1f00) || (code >= 0x2060 && code < 0x2dff) || (code >= 0xa000 && code < 0xac00);
const characters = [];
for (let code = 0x20; code < 0xac00; code++) {
  const c = String.fromCodePoint(code);
  const isText = /[\p{L}\p{M}\p{Nd}\p{P}]/u.test(c) && (Object.values(inScript).some((script) => script.test(c)) || /[0-9]/.test(c) || (code >= 0x300 && code < 0x370));
  const isOther = (code < 0x100 || (code >= 0x2010 && code < 0x2060) || (code >= 0x3001 && code < 0x3020)) && /[\p{P}\p{S}\p{Zs}]/u.test(c);
  if ((isText && !isRare(code)) || isOther) characters.push(c);
}

const collators = (tag) => ({
  all: new Intl.Collator(tag, { caseFirst: 'false' }),
  base: new Intl.Collator(tag, { sensitivity: 'base' }),
  accent: new Intl.Collator(tag, { sensitivity: 'accent' }),
});
const root = collators('en');

// Elements that are equal but for accents and case stand together; within, a space parts those that differ in accents.
function groups(elements, { all, base, accent }) {
  const sorted = [...elements].sort((x, y) => all.compare(x, y) || (x < y ? -1 : x > y ? 1 : 0));
  const found = [];
  for (const element of sorted) {
    const group = found.at(-1);
    if (group && base.compare(group[0][0], element) === 0) {
      if (accent.compare(group.at(-1)[0], element) === 0) group.at(-1).push(element);
      else group.push([element]);
    } else {
      found.push([[element]]);
    }
  }
  return found;
}

// Letters that sort as two: æ as ae.
const latin = [...'abcdefghijklmnopqrstuvwxyz'];
function expansion(c, { base }) {
  if (!inScript.Latn.test(c)) return null;
  for (const x of latin) {
    if (base.compare(c, x) < 0 || base.compare(c, `${x}zz`) > 0) continue;
    for (const y of latin) if (base.compare(c, x + y) === 0) return x + y;
  }
  return null;
}

const ignored = characters.filter((c) => root.base.compare(c, '') === 0);
const expansions = Object.fromEntries(characters.map((c) => [c, expansion(c, root)]).filter(([, pair]) => pair));
const simple = characters.filter((c) => !ignored.includes(c) && !expansions[c]);
const rootGroups = groups(simple, root);
const write = (name, value) =>
  writeFileSync(join(data, name), `${JSON.stringify(value, null, 1)
    .replace(/[\p{Cf}\p{Mn}\u00a0\u2000-\u200f\u2028-\u202f\u205f\u3000]/gu, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`);
const written = (group) => group.map((same) => same.join('\u0001')).join('\u0002');
const text = (group) => group.map((same) => same.join('')).join(' ');

// The space parts what is written here; it is the first of all, and needs no place.
const lines = rootGroups.map((group) => group.map((same) => same.filter((c) => c !== ' ')).filter((same) => same.length > 0)).filter((g) => g.length > 0);
write('collation.json', {
  icu: process.versions.icu,
  cldr: process.versions.cldr,
  scripts: scriptNames,
  ignored: ignored.join(''),
  expansions,
  groups: lines.map((group) => ({ script: scriptOf(group[0][0]), letters: text(group) }))
    .reduce((all, { script, letters }) => {
      (all.at(-1)?.script === script ? all.at(-1) : all[all.push({ script, letters: [] }) - 1]).letters.push(letters);
      return all;
    }, []).map(({ script, letters }) => ({ script, letters: letters.join('\n') })),
});

// The digraphs of an alphabet: {ch} in CLDR's exemplar characters; a consonant with Tamil's dot or Urdu's mark of aspiration.
const second = { ta: '்', ur: 'ھ' };
const last = { Arab: 'ۓۓۓ', Taml: 'ஹௌ' };
function digraphs(tag) {
  if (second[tag]) return simple.filter((c) => (tag === 'ta' ? /[க-ஹ]/u : /[آ-ے]/u).test(c) && c !== second[tag]).map((c) => c + second[tag]);

  const { exemplarCharacters, index } = JSON.parse(
    readFileSync(join(packages, 'node_modules/cldr-misc-full/main', tag, 'characters.json'), 'utf8')).main[tag].characters;
  const sets = `${exemplarCharacters} ${index}`;
  return [...new Set([...sets.matchAll(/\{([^}]+)\}/g)].map(([, d]) => d.toLocaleLowerCase(tag)))]
    .filter((d) => [...d].length > 1 && /^\p{L}+$/u.test(d))
    .flatMap((d) => [d, d[0].toLocaleUpperCase(tag) + d.slice(1), d.toLocaleUpperCase(tag)])
    .filter((d, i, all) => all.indexOf(d) === i);
}

function increasing(numbers) {
  const best = numbers.map(() => 1), before = numbers.map(() => -1);
  let last = 0;
  for (let i = 0; i < numbers.length; i++) {
    for (let j = 0; j < i; j++) if (numbers[j] < numbers[i] && best[j] + 1 > best[i]) [best[i], before[i]] = [best[j] + 1, j];
    if (best[i] > best[last]) last = i;
  }
  const kept = new Set();
  for (let i = last; i >= 0; i = before[i]) kept.add(i);
  return kept;
}

function tailoring(tag) {
  const own = collators(tag);
  const scripts = [...scriptNames].sort((x, y) => own.all.compare(representative[x], representative[y]));
  const script = scriptOf({ ru: 'а', uk: 'а', bg: 'а', mk: 'а', sr: 'а', el: 'α', he: 'א', ar: 'ب', fa: 'ب', ur: 'ب', hi: 'क', mr: 'क', bn: 'ক', ta: 'க', te: 'క', th: 'ก', ja: 'ア' }[tag] ?? 'a');
  const candidates = [
    ...simple.filter((c) => scriptOf(c) === script),
    ...Object.keys(expansions).filter((c) => scriptOf(c) === script),
    ...ignored.filter((c) => scriptOf(c) === script && own.base.compare(c, '') !== 0),
  ];
  const expands = (c) => expansion(c, own);
  // A digraph counts where it does not sort among what begins with its first letter.
  const pairs = digraphs(tag).filter((d) => own.base.compare(d, d[0]) < 0 || own.base.compare(d, d[0] + (last[script] ?? 'zzz')) > 0);
  const kept = candidates.filter((c) => !expands(c));
  const ownGroups = groups([...kept, ...pairs], own);
  const groupOf = new Map(rootGroups.flatMap((group, i) => group.flat().map((c) => [c, i])));
  const place = new Map(ownGroups.flatMap((group, i) => group.flat().map((c) => [c, i])));
  const same = ownGroups.map((group, i) => {
    const index = groupOf.get(group[0][0]);
    if (index === undefined) return -1;
    const rest = rootGroups[index].map((s) => s.filter((c) => place.get(c) === i)).filter((s) => s.length > 0);
    return written(rest) === written(group) ? index : -1;
  });
  const positions = same.map((index, i) => [index, i]).filter(([index]) => index >= 0);
  const stay = new Set([...increasing(positions.map(([index]) => index))].map((i) => positions[i][1]));
  const moved = [];
  ownGroups.forEach((group, i) => {
    const script = scriptOf(group[0][0]);
    const first = rootGroups.findIndex((other) => scriptOf(other[0][0]) === script && /\p{L}/u.test(other[0][0]));
    const after = i === 0 ? rootGroups[first - 1][0][0] : ownGroups[i - 1][0][0];
    if (!stay.has(i)) moved.push({ script, after, letters: group.map((s) => s.join('|')).join(' ') });
  });
  const result = {
    scripts: scripts.join() === scriptNames.join() ? undefined : scripts,
    upperFirst: new Intl.Collator(tag).resolvedOptions().caseFirst === 'upper' ? true : undefined,
    moved: moved.length ? moved : undefined,
    ideographs: ideographs(tag, own.all),
  };
  return Object.values(result).some((value) => value !== undefined) ? result : null;
}

// The ideographs of the usual character set, in the language's order: by reading in China, by strokes in Taiwan, as in JIS in Japan.
function ideographs(tag, collator) {
  const encoding = { 'zh-Hans': 'gb2312', 'zh-Hant': 'big5', ja: 'euc-jp' }[tag];
  if (!encoding) return undefined;
  const decoder = new TextDecoder(encoding);
  const all = new Set();
  for (let high = 0xa1; high < 0xff; high++) {
    for (let low = 0x40; low < 0xff; low++) {
      if (encoding !== 'big5' && low < 0xa1) continue;
      if (encoding === 'gb2312' && (high < 0xb0 || high > 0xf7)) continue;
      const c = decoder.decode(new Uint8Array([high, low]));
      if ([...c].length === 1 && c.codePointAt(0) >= 0x4e00 && c.codePointAt(0) < 0xa000) all.add(c);
    }
  }
  return [...all].sort(collator.compare).join('');
}

for (const name of readdirSync(data)) if (name.endsWith('.collation.json')) rmSync(join(data, name));
const report = [];
for (const tag of tags) {
  const own = tailoring(tag);
  if (!own) continue;
  write(`${tag}.collation.json`, own);
  report.push(`${tag}:${own.moved?.map((m) => m.letters.split(/[ |]/)[0]).join('') ?? ''}`);
}
console.log(`ICU ${process.versions.icu}: ${report.join(' ')}`);
