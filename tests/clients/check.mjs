// Each schema compiles in ajv 8, strict; each stored document fits its schema; and a document with
// one wrong value gives few errors. Run as: node check.mjs FOLDER
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const folder = process.argv[2];
const MOST_ERRORS = 20;
const read = (...path) => JSON.parse(readFileSync(join(folder, ...path), "utf-8"));

const validators = {};
for (const file of readdirSync(join(folder, "schemas"))) {
  const ajv = new Ajv({ strict: true, discriminator: true, allErrors: true });
  addFormats(ajv);
  validators[file] = ajv.compile(read("schemas", file));
}

const validatorOf = (document) => validators[`${document.schema.split("/")[1]}.json`];

let most = 0;
const documents = read("documents.json");
for (const document of documents) {
  const validate = validatorOf(document);
  if (!validate(document)) {
    throw new Error(`${document.schema}: ${JSON.stringify(validate.errors)}`);
  }
  if (JSON.stringify(JSON.parse(JSON.stringify(document))) !== JSON.stringify(document)) {
    throw new Error(`${document.schema} does not come back as it was`);
  }
}
for (const { what, document } of read("damaged.json")) {
  const validate = validatorOf(document);
  if (validate(document)) throw new Error(`${document.schema}: ${what} is let through`);
  if (validate.errors.length > MOST_ERRORS) {
    throw new Error(`${document.schema}: ${what} gives ${validate.errors.length} errors`);
  }
  most = Math.max(most, validate.errors.length);
}
console.log(`ajv: ${Object.keys(validators).length} schemas, ${documents.length} documents;`);
console.log(`ajv: one wrong value gives at most ${most} errors`);
