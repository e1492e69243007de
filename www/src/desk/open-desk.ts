import { Engine, localStorageStore, start } from "nextsale/slim";
import engineUrl from "nextsale/engine.wasm?url";
import { type BookName, Desk } from "./desk.ts";

const choiceKey = "page/book";

/** Which book this tab works with. Each tab chooses for itself, so that a look at the sample disturbs no other. */
export function chosenBook(): BookName {
  return sessionStorage.getItem(choiceKey) === "sample" ? "sample" : "nextsale";
}

export async function openDesk(bookName: BookName): Promise<Desk> {
  await start(engineUrl);
  sessionStorage.setItem(choiceKey, bookName);
  const engine = await Engine.open({ store: localStorageStore(bookName) });
  if (bookName === "sample" && engine.look({ type: "book" }).entries === 0) {
    const { fillSample } = await import("../sample/fill-sample.ts");
    fillSample(engine);
  }
  return new Desk(engine, bookName);
}

/** Removes the sample and everything that was tried on it. */
export function removeSample(): void {
  const store = localStorageStore("sample");
  for (const key of [...store.keys()]) store.delete(key);
  for (const key of Object.keys(localStorage)) if (key.startsWith("page/draft/sample/")) localStorage.removeItem(key);
  for (const key of Object.keys(sessionStorage)) if (key.endsWith("/sample")) sessionStorage.removeItem(key);
}
