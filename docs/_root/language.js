// The front door picks the reader's language; a page that isn't there leads to where the manual lies.
if (document.currentScript.dataset.picks) {
  const danish = navigator.languages.find((name) => /^(da|en)\b/.test(name)) ?? "da";
  location.replace(`${danish.slice(0, 2)}/index.html${location.hash}`);
} else {
  const [, top] = /^(.*?)\/(?:da|en)\//.exec(location.pathname) ?? [];
  for (const link of document.querySelectorAll("a[data-to]")) {
    if (top !== undefined) link.href = `${top}/${link.dataset.to}`;
  }
}
