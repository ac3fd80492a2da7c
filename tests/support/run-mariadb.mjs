// node run-mariadb.mjs: a private MariaDB for one worker of the tests. It ends with the worker. Production wants its log
// flushed at each commit.
const { startMariadb } = await import(new URL('../../server/src/testing/mariadb.ts', import.meta.url).href);

const mariadb = await startMariadb(['--innodb-flush-log-at-trx-commit=1']);

async function stop() {
  await mariadb.stop();
  process.exit(0);
}

process.on('message', async ({ createDatabase }) => {
  process.send({ kind: 'created', url: await mariadb.createDatabase(createDatabase) });
});
process.on('disconnect', stop);
process.once('SIGTERM', stop);
process.send({ kind: 'ready' });
