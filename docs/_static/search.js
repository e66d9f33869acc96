// The search page: asks Pagefind's index, in this browser, and lists what it finds.
const form = document.getElementById("search");
const field = form.elements.q;
const told = document.getElementById("told");
const list = document.getElementById("found");
const more = document.getElementById("more");
const words = form.dataset;
const STEP = 10;
const IN_CODE = /\w[_.]\w|[a-z][A-Z]/;

const element = (name, html) => Object.assign(document.createElement(name), { innerHTML: html });

const link = (href, text) => {
  const made = element("a", "");
  made.href = href;
  made.textContent = text;
  return made;
};

const entry = (page) => {
  const made = element("li", "");
  const head = element("h2", "");
  head.append(link(page.url, page.meta.title));
  made.append(head, element("p", page.excerpt));
  const parts = page.sub_results.filter((part) => part.url !== page.url).slice(0, 3);
  if (parts.length) {
    const inner = element("ul", "");
    inner.append(
      ...parts.map((part) => {
        const item = element("li", "");
        item.append(link(part.url, part.title));
        return item;
      }),
    );
    made.append(inner);
  }
  return made;
};

try {
  const pagefind = await import(new URL(words.index, location.href));
  await pagefind.options({ excerptLength: 24 });
  await pagefind.init();
  let results = [];
  const show = async () => {
    const shown = list.children.length;
    const pages = await Promise.all(results.slice(shown, shown + STEP).map((one) => one.data()));
    list.append(...pages.map(entry));
    more.hidden = list.children.length >= results.length;
  };
  const ask = async (asked) => {
    const search = async (filters) => (await pagefind.search(asked, { filters })).results;
    // Guides come before what is for developers, but for somebody who asks for a name in code.
    results = IN_CODE.test(asked)
      ? await search({})
      : (await Promise.all(["guide", "code"].map((kind) => search({ kind })))).flat();
    told.textContent = words.told.replace("{count}", results.length).replace("{asked}", asked);
    list.replaceChildren();
    await show();
  };
  more.addEventListener("click", show);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    history.replaceState(null, "", `?q=${encodeURIComponent(field.value)}`);
    await ask(field.value);
  });
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  if (field.value) await ask(field.value);
} catch {
  told.textContent = words.failed;
}
