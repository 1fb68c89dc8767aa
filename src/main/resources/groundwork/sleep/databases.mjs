// Databases on RDS: an instance, or a cluster that does not pause by itself.

import { DescribeDBClustersCommand, DescribeDBInstancesCommand, RDSClient, StartDBClusterCommand, StartDBInstanceCommand, StopDBClusterCommand, StopDBInstanceCommand } from "@aws-sdk/client-rds";
import { calling, ifKnown } from "./calling.mjs";

/**
 * @typedef {import("./types.mjs").Database} Database
 * @typedef {import("./types.mjs").DatabaseSeen} DatabaseSeen
 */

const rds = new RDSClient(calling);

/** @param {Database[]} databases @returns {Promise<Record<string, DatabaseSeen>>} */
export async function look(databases) {
  const pairs = await Promise.all(
    databases.map(async (database) => {
      const status = await ifKnown(`database ${database.name}`, statusOf(database));
      return status === undefined ? [] : [[database.name, /** @type {DatabaseSeen} */ ({ kind: "database", status })]];
    }),
  );
  return Object.fromEntries(pairs.flat());
}

/** @param {Database} database */
async function statusOf({ kind, id }) {
  if (kind === "cluster") {
    return (await rds.send(new DescribeDBClustersCommand({ DBClusterIdentifier: id }))).DBClusters?.[0]?.Status;
  }
  return (await rds.send(new DescribeDBInstancesCommand({ DBInstanceIdentifier: id }))).DBInstances?.[0]?.DBInstanceStatus;
}

/** @param {Database} database */
export async function start({ kind, id }) {
  await (kind === "cluster" ? rds.send(new StartDBClusterCommand({ DBClusterIdentifier: id })) : rds.send(new StartDBInstanceCommand({ DBInstanceIdentifier: id })));
}

/** @param {Database} database */
export async function stop({ kind, id }) {
  await (kind === "cluster" ? rds.send(new StopDBClusterCommand({ DBClusterIdentifier: id })) : rds.send(new StopDBInstanceCommand({ DBInstanceIdentifier: id })));
}
