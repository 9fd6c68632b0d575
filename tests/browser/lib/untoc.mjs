// Starts the real binary and lets a browser in.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const untoc = process.env.UNTOC;
if (!untoc) throw new Error("set UNTOC to the binary");

// Runs a command and returns what it said.
export const run = (...words) => execFileSync(untoc, words, { encoding: "utf8" });

export const folder = (name) => join(mkdtempSync(join(tmpdir(), "untoc-browser-")), name);

// Every server that was started.
export const children = [];

// Starts the server in a folder and waits for its address.
export const serveIn = (cwd, dossier, ...words) =>
  new Promise((resolve, reject) => {
    const options = { stdio: ["ignore", "ignore", "pipe"], cwd };
    const named = dossier ? ["--dossier", dossier] : [];
    const child = spawn(untoc, ["serve", ...named, ...words], options);
    children.push(child);
    let said = "";
    child.stderr.on("data", (part) => {
      said += part;
      const address = said.match(/http:\/\/\S+/);
      if (address) resolve({ child, address: address[0], port: new URL(address[0]).port });
    });
    child.on("exit", () => reject(new Error(`the server stopped: ${said}`)));
  });

export const serve = (dossier, ...words) => serveIn(tmpdir(), dossier, ...words);

export const stop = (server, signal = "SIGTERM") =>
  new Promise((done) => {
    server.child.removeAllListeners("exit");
    server.child.on("exit", done);
    server.child.kill(signal);
  });
