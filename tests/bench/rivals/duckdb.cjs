// DuckDB through its node package. Usage: node duckdb.cjs MODULES DATABASE STATEMENT…
// Runs the statements in turn and prints, for each that begins with "TIME <name>:", "<name> <seconds>", divided by a tab;
// for each with "SHOW:", its rows, columns divided by "|".
const { createRequire } = require('node:module');
const path = require('node:path');

async function main([modules, database, ...statements]) {
    const { DuckDBInstance } = createRequire(path.join(modules, 'x.cjs'))('@duckdb/node-api');
    const instance = await DuckDBInstance.create(database);
    const connection = await instance.connect();
    for (const statement of statements) {
        const [, name, show, sql] = /^(?:TIME ([^:]*):|(SHOW):)?([^]*)$/.exec(statement);
        const start = process.hrtime.bigint();
        const reader = await connection.runAndReadAll(sql);
        const seconds = Number(process.hrtime.bigint() - start) / 1e9;
        if (name) console.log(`${name}\t${seconds.toFixed(5)}`);
        if (show) for (const row of reader.getRows()) console.log(row.join('|'));
    }
    connection.closeSync();
    instance.closeSync();
}
main(process.argv.slice(2)).catch((error) => {
    console.error(error.message);
    process.exit(1);
});
