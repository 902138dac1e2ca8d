// Starts the server. An older Node is told so in one line, before anything that it cannot read is loaded.
import { fileURLToPath } from 'node:url';

const [major = 0] = process.versions.node.split('.').map(Number);

if (major < 24) {
  process.stderr.write(
    `Cyclewright needs Node 24 and this is ${process.version}. In a clone, “npm start” brings the right one.\n`,
  );
  process.exitCode = 1;
} else {
  // What was compiled once is not compiled again, which is a third of a start. It is kept where only we write.
  const { enableCompileCache } = await import('node:module');
  enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)));
  const { runServer } = await import('./run-server.ts');
  process.exitCode = await runServer(process.argv.slice(2), process.env);
}
