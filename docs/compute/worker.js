// Works results out in Python, away from the page: loads Pyodide and the library once, then answers.
// What it loads is compressed; unpacked it is kept under this release's name for the next visit.
import { decompress } from "./fzstd.mjs";
import { loadPyodide } from "./pyodide.mjs";

// Written in by tools/browser_python.py: what the release is called, how many bytes each file has,
// and what Pyodide is told of packages of its own, of which none is used.
const RELEASE = "";
const SIZES = {};
const LOCK = {};
const TYPES = { wasm: "application/wasm", zip: "application/zip" };
const here = new URL(".", import.meta.url);
const store = self.caches?.open(`socialkapitel-${RELEASE}`);

let done = 0;
const all = Object.values(SIZES).reduce((sum, size) => sum + size, 0);

async function load(name) {
  const key = new URL(`${name}?${RELEASE}`, here).href;
  const kept = await (await store)?.match(key);
  if (kept) return kept;
  const answer = await fetch(new URL(`${name}.zst?${RELEASE}`, here));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  const packed = new Uint8Array(SIZES[name]);
  let place = 0;
  for (const reader = answer.body.getReader(); ;) {
    const { done: ended, value } = await reader.read();
    if (ended) break;
    packed.set(value, place);
    place += value.length;
    done += value.length;
    if (name !== "xlsx.zip") postMessage({ done, all });
  }
  const type = TYPES[name.split(".").pop()];
  const whole = new Response(decompress(packed), { headers: { "content-type": type } });
  await (await store)?.put(key, whole.clone()).catch(() => {}); // where there is no room for it
  return whole;
}

// Pyodide asks for its own files by their plain names.
const fetchPlain = self.fetch;
self.fetch = (what, ...rest) => {
  const name = String(what.url ?? what).split("/").pop();
  return name in SIZES ? load(name) : fetchPlain(what, ...rest);
};

async function start() {
  const library = load("library.zip").then((answer) => answer.arrayBuffer());
  const python = await loadPyodide({
    indexURL: here.href,
    lockFileContents: LOCK,
    packageBaseUrl: here.href,
  });
  python.unpackArchive(await library, "zip", { extractDir: "/library" });
  python.runPython("import sys; sys.path.append('/library')");
  const forms = python.pyimport("forms");
  for (const old of (await self.caches?.keys()) ?? []) {
    if (/^socialkapitel-[0-9a-f]+$/.test(old) && old !== `socialkapitel-${RELEASE}`) {
      await caches.delete(old);
    }
  }
  postMessage({ ready: true });
  return { python, forms };
}

const started = start();
started.catch((error) => postMessage({ failed: String(error) }));

self.onmessage = async ({ data: { id, calculator, given, language, save } }) => {
  try {
    const { python, forms } = await started;
    const values = python.toPy(given);
    if (save) {
      const writer = await (await load("xlsx.zip")).arrayBuffer();
      python.unpackArchive(writer, "zip", { extractDir: "/library" });
      const file = forms.spreadsheet(calculator, values, language);
      postMessage({ id, file: file.toJs() });
    } else {
      const answer = forms.answer(calculator, values, language);
      postMessage({ id, answer: answer.toJs({ dict_converter: Object.fromEntries }) });
    }
  } catch (error) {
    console.error(error);
    postMessage({ id, failed: String(error.message ?? error).trim().split("\n").pop() });
  }
};
