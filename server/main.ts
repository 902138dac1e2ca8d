// Starts the server. An older Node is told so in one line, before anything that it cannot read is loaded.
const [major = 0] = process.versions.node.split('.').map(Number);

if (major < 24) {
  process.stderr.write(
    `Cyclewright needs Node 24 and this is ${process.version}. In a clone, “npm start” brings the right one.\n`,
  );
  process.exitCode = 1;
} else {
  const { runServer } = await import('./run-server.ts');
  process.exitCode = await runServer(process.argv.slice(2), process.env);
}
