// `npm start`: builds the page and serves it on localhost. Needs no Rust: the engine lies built in `pkg/`.
//
//   PORT=4600 npm start   on another port. A browser keeps a book per address, so another port shows another book.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { installPackages } from "./install.mjs";
import { main, root, Stop } from "./run.mjs";

await main(async () => {
  installPackages();
  const port = Number(process.env.PORT ?? 4517);
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Stop(`PORT=${process.env.PORT} is not a port`);
  // Only now, since vite may just have been installed.
  const { build, preview } = await import("vite");
  const page = { root: join(root, "www"), logLevel: "warn" };
  await build(page);
  const server = await preview({ ...page, preview: { host: "localhost", port, strictPort: true } }).catch((problem) => {
    if (!/in use/.test(problem.message)) throw problem;
    throw new Stop(`port ${port} is in use, maybe by another \`npm start\`. Close that one, or set PORT to another.`);
  });
  const url = `http://localhost:${port}/`;
  console.log(`nextsale is at ${url}  (Ctrl+C stops it)`);
  openBrowser(url);
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => server.close().finally(() => process.exit(0)));
});

/** Shows the page where somebody is there to see it. */
function openBrowser(url) {
  const { platform, env } = process;
  if (env.CI || env.BROWSER === "none") return;
  if (platform === "linux" && !env.DISPLAY && !env.WAYLAND_DISPLAY) return;
  const [program, ...args] = { darwin: ["open"], win32: ["cmd", "/c", "start", ""] }[platform] ?? ["xdg-open"];
  const child = spawn(program, [...args, url], { stdio: "ignore", detached: true });
  // Without a browser the address on the console is enough.
  child.on("error", () => {});
  child.unref();
}
