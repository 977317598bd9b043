// The lists, feeds and sitemaps are collections of what a page of each needs; one template a kind goes over them.
import site from "./_data/site.js";

const byDate = (a, b) => b.date - a.date || (a.url < b.url ? -1 : 1);
const parts = (items, size) => Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
const memo = make => { let of, made; return api => (of === api ? made : ((of = api), (made = make(api)))); };

export default function (config) {
  const releases = memo(api => {
    const all = { keys: {} };
    for (const language of site.languages) all[language.tag] = [];
    for (const item of api.getAll()) {
      if (!item.data.translationKey) continue;
      all[item.data.lang].push(item);
      (all.keys[item.data.translationKey] ??= []).push(item);
    }
    for (const language of site.languages) all[language.tag].sort(byDate);
    for (const key in all.keys) all.keys[key].sort((a, b) => site.order[a.data.lang] - site.order[b.data.lang]);
    return all;
  });

  const grouped = (items, of) => {
    const groups = new Map();
    for (const item of items) for (const key of of(item)) (groups.get(key) ?? groups.set(key, []).get(key)).push(item);
    return groups;
  };

  const lists = (language, path, title, items) => parts(items, 20).map((entries, i, all) => {
    const url = n => `/${language.tag}/${path}` + (n ? `page/${n + 1}/` : "");
    return { language, title, entries, url: url(i), prev: i > 0 && url(i - 1), next: i + 1 < all.length && url(i + 1),
      alternates: i ? [] : site.languages.map(l => ({ language: l, url: `/${l.tag}/${path}` })) };
  });

  config.addPassthroughCopy({ static: "." });
  config.addFilter("url", path => site.url + path);
  config.addFilter("day", (date, tag) => new Intl.DateTimeFormat(tag, { dateStyle: "long", timeZone: "UTC" }).format(date));
  config.addFilter("iso", date => date.toISOString().replace(".000Z", "Z"));
  config.addFilter("rfc", date => date.toUTCString().replace("GMT", "+0000"));
  config.addCollection("translations", api => releases(api).keys);
  config.addCollection("homes", api => site.languages.map(language => ({ language, entries: releases(api)[language.tag].slice(0, 11) })));
  config.addCollection("lists", api => site.languages.flatMap(language => {
    const all = releases(api)[language.tag];
    return [
      ...lists(language, "releases/", language.archive, all),
      ...[...grouped(all, r => r.data.topics)].flatMap(([topic, items]) => lists(language, `topics/${topic}/`, topic, items)),
      ...[...grouped(all, r => r.data.months)].flatMap(([month, items]) => lists(language, `months/${month}/`, month, items)),
    ];
  }));
  config.addCollection("years", api => site.languages.flatMap(language => [...grouped(releases(api)[language.tag], r => r.data.years)].map(([year, items]) => ({
    language, year, months: [...new Set(items.flatMap(r => r.data.months))], alternates: site.languages.map(l => ({ language: l, url: `/${l.tag}/years/${year}/` })) }))));
  config.addCollection("feeds", api => site.languages.flatMap(language => {
    const all = releases(api)[language.tag];
    const feed = (path, title, items) => ({ language, title, url: `/${language.tag}/${path}`, entries: items.slice(0, 10) });
    return [feed("", site.title, all), ...[...grouped(all, r => r.data.topics)].map(([topic, items]) => feed(`topics/${topic}/`, topic, items))];
  }));
  config.addCollection("sitemaps", api => site.languages.map(language => ({ language, entries: releases(api)[language.tag] })));
  return { dir: { input: ".", includes: "_includes", data: "_data" }, markdownTemplateEngine: false, htmlTemplateEngine: "njk" };
}
