// Searches the releases of the page's language, in parts of an index that stand beside the page. The form is hidden until this
// runs; what is asked stands in the address, so that a search can be linked and gone back to.
const form = document.querySelector("[data-search]");
const field = form.elements.q;
const status = document.querySelector(".search-status");
const list = document.querySelector(".results");
const more = document.querySelector(".search-more button");
const language = document.documentElement.lang;
const pageSize = 10;
// How many older parts are asked at once.
const together = 4;

let index;
let question = "";
let found = [];
let older = [];
let register;
let shown = 0;
let timer;

// The index is in parts, the newest first. Each opens when it is asked, and loads what it needs of itself.
const load = () => index ??= (async () => {
  const script = new URL(form.dataset.search, location.href);
  const [pagefind, list] = await Promise.all([import(script), fetch(new URL("parts.json", script)).then(answer => answer.json())]);
  const open = name => pagefind.createInstance({ basePath: new URL(`${name}/`, script).pathname, excerptLength: 24 });
  const opened = {};
  const asking = name => asked => ask(opened[name] ??= open(name), asked);
  const parts = list.filter(name => name !== "register").map(name => ({ name, ask: asking(name) }));
  // The register knows which of the older parts have all words, whatever their order; a part newer than it is asked as before.
  const names = new URL("register/names.json", script);
  const register = async asked => {
    const [results, known] = await Promise.all([asking("register")(asked.replaceAll('"', " ").trim()), fetch(names).then(answer => answer.json())]);
    const having = new Set(results.map(({ id }) => known[id]));
    const all = new Set(Object.values(known));
    return name => having.has(name) || !all.has(name);
  };
  return { parts, register: list.length > parts.length ? register : undefined };
})();

const positions = results => results.map(({ id, words }) => `${id} ${words}`).sort().join();

// What a part has of one word. Pagefind takes a word that it does not know for the longest beginning of it that it does know; with a
// letter more that no text has, it finds the same again. In scripts without spaces a word is several, and nothing is to be learnt so.
const knows = async (part, word) => {
  const { results } = await part.search(word);
  if (results.length === 0 || /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u.test(word)) return results;
  if ((await part.search(`"${word}"`)).results.length > 0) return results;
  const beginnings = await part.search(`${word}\u{10415}`);
  return positions(beginnings.results) === positions(results) ? [] : results;
};

// What a part has of all that is asked: Pagefind leaves out a word that it does not find, and a part would answer without the word
// that only another part has. Between quotation marks it finds words in their order itself.
const ask = async (part, asked) => {
  if (asked.includes('"')) return (await part.search(asked)).results;
  const words = asked.split(/\s+/);
  let known;
  for (const word of words) {
    const results = await knows(part, word);
    if (results.length === 0) return [];
    const ids = new Set(results.map(result => result.id));
    known = known ? known.intersection?.(ids) ?? new Set([...known].filter(id => ids.has(id))) : ids;
  }
  const { results } = await part.search(asked);
  return results.filter(result => known.has(result.id));
};

const count = number => {
  const category = number === 0 && form.querySelector("data[value=zero]") ? "zero" : new Intl.PluralRules(language).select(number);
  const pattern = form.querySelector(`data[value=${category}]`) ?? form.querySelector("data[value=other]");
  return pattern.textContent.replace("{0}", new Intl.NumberFormat(language).format(number) + (older.length > 0 ? "+" : ""));
};

const unescaped = text => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
const squeezed = text => text.replace(/[\s\u200B]+/g, " ").trim();

// What was left out of the text before and after an excerpt, unless a sentence ends there.
const omissions = (excerpt, content) => {
  const whole = squeezed(content);
  const part = squeezed(unescaped(excerpt.replace(/<\/?mark>/g, "")));
  const at = whole.indexOf(part);
  if (at < 0) return ["… ", " …"];
  const ends = /[.!?…。！？؟।][\p{Pe}\p{Pf}"']*$/u;
  const before = at === 0 || ends.test(whole.slice(0, at).trimEnd());
  const after = at + part.length === whole.length || ends.test(part);
  return [before ? "" : "… ", after ? "" : " …"];
};

// The excerpt is text in which found words stand in <mark>: set as text, whatever else it looks like. The index has straight
// apostrophes, at which it parts words.
const excerpt = ({ excerpt: text, content }) => {
  const [before, after] = omissions(text, content);
  const parts = text.split(/<mark>(.*?)<\/mark>/).map((part, i) => {
    const plain = unescaped(part).replace(/(?<=\p{L})'(?=\p{L})/gu, "’");
    if (i % 2 === 0) return plain;
    const mark = document.createElement("mark");
    mark.textContent = plain;
    return mark;
  });
  return [before, ...parts, after];
};

const entry = result => {
  const item = document.createElement("li");
  const article = document.createElement("article");
  const heading = document.createElement("h2");
  const link = document.createElement("a");
  const text = document.createElement("p");
  const time = document.createElement("time");
  item.className = "result";
  link.href = result.raw_url ?? result.url;
  link.textContent = result.meta.title;
  time.dateTime = result.meta.date;
  time.textContent = result.meta.when;
  text.append(...excerpt(result));
  heading.append(link);
  article.append(time, heading, text);
  item.append(article);
  return item;
};

// Shows ten more: of what was found already, then of older parts until there are ten. The newest part is asked alone, for mostly it has them.
const show = async asked => {
  const first = shown === 0 ? null : list.children.length;
  const until = shown + pageSize;
  more.hidden = true;
  for (let next = first === null ? 1 : together; ; next = together) {
    const results = await Promise.all(found.slice(shown, until).map(result => result.data()));
    if (asked !== question) return;
    list.append(...results.map(entry));
    shown += results.length;
    if (shown === until || older.length === 0) break;
    const words = asked.replaceAll("’", "'");
    const answers = await Promise.all(older.splice(0, next).map(part => part.ask(words)));
    const having = next === 1 && found.length + answers[0].length < until ? await register?.(words) : undefined;
    if (asked !== question) return;
    if (having) older = older.filter(part => having(part.name));
    found.push(...answers.flat());
  }
  more.hidden = shown >= found.length && older.length === 0;
  status.textContent = found.length > 0 ? count(found.length) : form.dataset.none.replace("{0}", () => `\u2068${asked}\u2069`);
  if (first !== null) list.children[first]?.querySelector("a").focus();
};

const attempt = async (asked, action) => {
  try {
    await action();
  } catch {
    if (asked !== question) return;
    clear("");
    index = undefined;
    document.querySelector(".search-elsewhere").hidden = false;
  }
};

const search = async () => {
  const asked = field.value.trim();
  if (asked === question) return;
  question = asked;
  history.replaceState(null, "", asked ? `?q=${encodeURIComponent(asked)}` : location.pathname);
  if (!asked) return clear("");
  status.textContent = form.dataset.busy;
  await attempt(asked, async () => {
    const loaded = await load();
    if (asked !== question) return;
    clear(form.dataset.busy);
    [older, register] = [[...loaded.parts], loaded.register];
    await show(asked);
  });
};

const clear = text => {
  [found, older, shown, more.hidden, status.textContent] = [[], [], 0, true, text];
  list.replaceChildren();
};

form.hidden = false;
field.value = new URLSearchParams(location.search).get("q") ?? "";
form.addEventListener("submit", event => { event.preventDefault(); clearTimeout(timer); search(); });
field.addEventListener("input", event => {
  clearTimeout(timer);
  if (!event.isComposing) timer = setTimeout(search, 250);
});
field.addEventListener("compositionend", () => { timer = setTimeout(search, 250); });
field.addEventListener("focus", () => { load().catch(() => {}); }, { once: true });
more.addEventListener("click", () => { const asked = question; attempt(asked, () => show(asked)); });
addEventListener("popstate", () => { field.value = new URLSearchParams(location.search).get("q") ?? ""; search(); });
search();
