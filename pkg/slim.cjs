// Built by `npm run build` from js/. Do not edit.
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __reExport = (target, mod, secondTarget) => (__copyProps(target, mod, "default"), secondTarget && __copyProps(secondTarget, mod, "default"));
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);

// js/slim.ts
var slim_exports = {};
__export(slim_exports, {
  start: () => start
});
module.exports = __toCommonJS(slim_exports);
var import_facade = require("./facade.cjs");
var import_instance = require("./instance.cjs");
__reExport(slim_exports, require("./facade.cjs"), module.exports);
async function start(source) {
  (0, import_instance.provide)(() => source);
  try {
    await (0, import_instance.start)();
  } catch (cause) {
    throw new import_facade.EngineFault(`the engine could not be started: ${String(cause)}`, { code: "notStarted", cause });
  }
}
