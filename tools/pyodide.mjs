// Runs a Python script in Pyodide under Node, as `python SCRIPT ARGUMENTS` would: the machine's
// files are there under their own names, its network is not.
//
//     node tools/pyodide.mjs FOLDER[,FOLDER] SCRIPT [ARGUMENT...]
//
// FOLDER is what the script may see; the first one is where it runs.
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const [folders, script, ...rest] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const home = join(here, "npm", "node_modules", "pyodide", "pyodide.mjs");
if (!existsSync(home)) {
  console.error("Pyodide is not installed: npm ci --prefix tools/npm");
  process.exit(1);
}
const { loadPyodide } = await import(pathToFileURL(home));
const python = await loadPyodide({
  args: ["-X", "utf8"],
  env: { HOME: "/home/pyodide", ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) => name.startsWith("PYTHON"))) },
});
const seen = folders.split(",").map((folder) => resolve(folder));
for (const folder of seen) {
  python.FS.mkdirTree(folder);
  python.FS.mount(python.FS.filesystems.NODEFS, { root: folder }, folder);
}
python.globals.set("_run", python.toPy([seen[0], resolve(script), ...rest]));
const main = `
def _main(folder, script, *rest):
    import os, runpy, sys
    os.chdir(folder)
    sys.argv[:] = [script, *rest]
    sys.path.insert(0, os.path.dirname(script))
    try:
        runpy.run_path(script, run_name="__main__")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1 if end.code else 0
    return 0
_main(*_run)
`;
try {
  process.exitCode = python.runPython(main);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
