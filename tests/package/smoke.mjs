// A few calls that go through the whole engine, and a last line that says that they worked. Run by every environment
// that the package is made for.
import { Engine, Malformed, memoryStore } from "nextsale";

const store = memoryStore();
const engine = await Engine.open({ store, zone: "Europe/Berlin" });
engine.record({
  type: "partyMet",
  party: "p_ada",
  kind: "person",
  name: "Ada Lovelace",
  contactPoints: [{ channel: "email", value: "ada@example.org" }],
  source: { method: "website" },
});
engine.close();

const again = await Engine.open({ store, zone: "Europe/Berlin" });
let malformed = "";
try {
  again.record({ type: "partyMet", party: "p_bo", kind: "person", name: Number.NaN });
} catch (error) {
  if (error instanceof Malformed) malformed = error.path;
}
const { name } = again.look({ type: "party", party: "p_ada" });
console.log(`nextsale works: ${name}, Malformed at ${malformed}`);
