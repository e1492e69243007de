import { Engine, localStorageStore, memoryStore, start, type Store } from "nextsale/slim";
import engineUrl from "nextsale/engine.wasm?url";
import { type BookName, Desk } from "./desk.ts";
import { keep, kept } from "./kept.ts";

const choiceKey = "page/book";

/** Which book this tab works with. Each tab chooses for itself, so that a look at the sample disturbs no other. */
export function chosenBook(): BookName {
  return kept("sessionStorage", choiceKey) === "sample" ? "sample" : "nextsale";
}

/** Opens a book. Without `lasting` it is kept in memory alone, for browsers that allow no storage here. */
export async function openDesk(bookName: BookName, lasting = true): Promise<Desk> {
  await start(engineUrl);
  const store: Store = lasting ? localStorageStore(bookName) : memoryStore();
  keep("sessionStorage", choiceKey, bookName);
  const engine = await Engine.open({ store });
  if (bookName === "sample" && engine.look({ type: "book" }).entries === 0) {
    const { fillSample } = await import("../sample/fill-sample.ts");
    fillSample(engine);
  }
  return new Desk(engine, bookName, lasting);
}

/** Removes the sample and everything that was tried on it. */
export function removeSample(): void {
  const store = localStorageStore("sample");
  for (const key of [...store.keys()]) store.delete(key);
  for (const key of Object.keys(localStorage)) if (key.startsWith("page/draft/sample/")) localStorage.removeItem(key);
  for (const key of Object.keys(sessionStorage)) if (key.endsWith("/sample")) sessionStorage.removeItem(key);
}
