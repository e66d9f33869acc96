// Works results out in Python, away from the page: loads Pyodide and the library once, then answers.
// What it loads is compressed; unpacked it is kept under this release's name for the next visit, and so is
// the memory of a Python that has worked out the page's example: the next one goes on from there. Nothing
// that a reader typed is in it, as it is taken before the first case is handed to Python.
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

// Puts the files of an archive into Python's library. They are not compressed, the archive is.
async function unpack(python, name) {
  const archive = new DataView(await (await load(name)).arrayBuffer());
  const text = (place, size) => new TextDecoder().decode(new Uint8Array(archive.buffer, place, size));
  let end = archive.byteLength - 22; // there is no comment after the directory
  let place = archive.getUint32(end + 16, true);
  for (const made = new Set(); place < end;) {
    const [size, length, extra, comment] = [24, 28, 30, 32]
      .map((at, number) => number ? archive.getUint16(place + at, true) : archive.getUint32(place + at, true));
    const path = `/library/${text(place + 46, length)}`;
    const folder = path.slice(0, path.lastIndexOf("/"));
    if (!made.has(folder)) python.FS.mkdirTree(folder);
    made.add(folder);
    const local = archive.getUint32(place + 42, true);
    const start = local + 30 + archive.getUint16(local + 26, true) + archive.getUint16(local + 28, true);
    python.FS.writeFile(path, new Uint8Array(archive.buffer, start, size), { canOwn: true });
    place += 46 + length + extra + comment;
  }
}

const options = { indexURL: here.href, lockFileContents: LOCK, packageBaseUrl: here.href };
const memory = new URL(`memory?${RELEASE}`, here).href;

// A Python that goes on from the memory that was kept, if there is one.
async function resume() {
  const kept = await (await store)?.match(memory);
  if (!kept) return undefined;
  const snapshot = new Uint8Array(await kept.arrayBuffer());
  const { default: create } = await import("./pyodide.asm.mjs");
  const createPyodideModule = async (settings) => {
    const made = await create(settings);
    while (made.HEAPU8.length < snapshot.length) made._malloc(1 << 22); // room for what was kept
    return made;
  };
  try {
    const python = await loadPyodide({ ...options, _loadSnapshot: snapshot, createPyodideModule });
    performance.mark("resumed");
    return python;
  } catch (error) {
    console.warn(error); // the reader waits as the first time
    await (await store).delete(memory);
    return undefined;
  }
}

async function start() {
  let python = await resume();
  const resumed = Boolean(python);
  python ??= await loadPyodide({ ...options, _makeSnapshot: Boolean(store) });
  await unpack(python, "library.zip");
  if (!resumed) {
    python.runPython("import sys; sys.path.append('/library'); import forms");
    if (store) {
      const { calculator, language } = await asked;
      python.runPython(`forms.show_example(${JSON.stringify(calculator)}, ${JSON.stringify(language)})`);
      const whole = new Response(python.makeMemorySnapshot());
      store.then((kept) => kept.put(memory, whole)).catch(() => {}); // where there is no room for it
    }
  }
  const forms = python.pyimport("forms");
  for (const old of (await self.caches?.keys()) ?? []) {
    if (/^socialkapitel-[0-9a-f]+$/.test(old) && old !== `socialkapitel-${RELEASE}`) {
      await caches.delete(old);
    }
  }
  postMessage({ ready: true });
  return { python, forms };
}

let ask;
const asked = new Promise((resolve) => { ask = resolve; });
const started = start();
started.catch((error) => postMessage({ failed: String(error) }));

self.onmessage = async ({ data: { id, calculator, given, language, save } }) => {
  ask({ calculator, language });
  try {
    const { python, forms } = await started;
    const values = python.toPy(given);
    if (save) {
      await unpack(python, "xlsx.zip");
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
