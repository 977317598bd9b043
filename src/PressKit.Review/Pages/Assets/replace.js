// Find and replace in all sentences of the edition: every place is shown before anything is done, and each can be left out.

export function findAndReplace({ rows, field, said, saver, announce, go, source }) {
  const dialog = document.getElementById('replace');
  if (!dialog) return { open: () => announce('You read here, and ask.') };
  const form = dialog.querySelector('form');
  const list = dialog.querySelector('ol');
  let found = [];

  function search() {
    const { find, with: other, exact } = form.elements;
    found = [];
    list.replaceChildren();
    if (!find.value) return count();
    const wanted = new RegExp(find.value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), exact.checked ? 'gu' : 'giu');
    for (const row of rows()) {
      const before = said(row);
      // Between placeholders, never in them.
      const after = before.replace(/(<<|<\/?\d+\/?>)|([^<]+)/g, (all, tag, words) => tag ?? words.replace(wanted, () => other.value.replaceAll('<', '<<')));
      const isIn = before.replace(/<<|<\/?\d+\/?>/g, '\u0000').search(wanted) >= 0;
      if (!isIn) continue;
      const entry = document.createElement('li');
      const box = Object.assign(document.createElement('input'), { type: 'checkbox', checked: true });
      const label = document.createElement('label');
      const shown = Object.assign(document.createElement('bdi'), { lang: field(row).lang, dir: field(row).dir });
      for (const part of field(row).textContent.split(new RegExp(`(${wanted.source})`, wanted.flags))) {
        if (wanted.test(part) && part.replace(wanted, '') === '') {
          shown.append(Object.assign(document.createElement('del'), { textContent: part }));
          if (other.value) shown.append(Object.assign(document.createElement('ins'), { textContent: other.value }));
        } else shown.append(part);
        wanted.lastIndex = 0;
      }
      label.append(box, ` ${row.querySelector('.number').textContent} `, shown);
      entry.append(label);
      list.append(entry);
      found.push({ row, before, after, box });
    }
    count();
  }

  const count = () => { dialog.querySelector('[role=status]').textContent = form.elements.find.value ? `${found.length} ${found.length === 1 ? 'sentence' : 'sentences'}` : ''; };

  // What is typed here goes along to the page that looks in all languages.
  const everywhere = document.getElementById('everywhere');
  everywhere.addEventListener('click', () => {
    const { find, with: other, exact } = form.elements;
    everywhere.search = new URLSearchParams({ find: find.value, put: other.value, ...(exact.checked && { case: '1' }) }).toString();
  });
  form.addEventListener('input', event => { if (event.target.matches('input:not([type=checkbox]), #exact')) search(); });
  form.addEventListener('submit', async event => {
    if (event.submitter?.value === 'close') return;
    event.preventDefault();
    const wanted = found.filter(f => f.box.checked && f.after !== f.before);
    let done = 0;
    for (const { row, after } of wanted) {
      const answer = await saver.act(row, 'replace', { text: after });
      if (answer?.ok) done++;
    }
    dialog.close();
    announce(`Replaced in ${done} ${done === 1 ? 'sentence' : 'sentences'}.`);
  });

  return {
    open() {
      const selected = getSelection().toString();
      if (selected && selected.length < 80) form.elements.find.value = selected;
      dialog.showModal();
      form.elements.find.select();
      search();
    },
  };
}
