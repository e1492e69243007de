// A contestant as the bench sees it: a process of its own, so that none warms up, fills or slows down another's memory.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

export class Contestant {
  #process;
  #lines;

  constructor(name, program, files) {
    this.name = name;
    this.#process = spawn(program[0], [...program.slice(1), ...files], { stdio: ["pipe", "pipe", "inherit"] });
    this.#lines = createInterface({ input: this.#process.stdout, crlfDelay: Infinity })[Symbol.asyncIterator]();
  }

  /** Sends a task and waits for its answer. */
  async do(task) {
    this.#process.stdin.write(`${task}\n`);
    const { value, done } = await this.#lines.next();
    if (done) throw new Error(`${this.name} ended before it answered`);
    return JSON.parse(value);
  }

  /** Megabytes of memory that the process holds; nothing where the system has no file that says so. */
  memory() {
    try {
      const status = readFileSync(`/proc/${this.#process.pid}/status`, "utf8");
      return Number(/VmRSS:\s+(\d+) kB/.exec(status)[1]) / 1024;
    } catch {
      return undefined;
    }
  }

  end() {
    this.#process.stdin.end();
  }
}
