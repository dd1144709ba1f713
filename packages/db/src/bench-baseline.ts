import { Client } from 'pg';

/** The rows of one whole response, one array a column. */
export type BareResponse = {
  readonly responseId: string;
  readonly sittingId: string;
  readonly pupilId: string;
  readonly itemIds: readonly string[];
  readonly types: readonly string[];
  readonly optionIds: readonly (string | null)[];
  readonly criterionIds: readonly string[];
  readonly nomineeIds: readonly string[];
  readonly positions: readonly number[];
};

export type BareWriter = {
  readonly version: string;
  /** Stores each response in a transaction of its own, over all connections at once. */
  readonly storeAll: (responses: readonly BareResponse[]) => Promise<void>;
  readonly close: () => Promise<void>;
};

const response = `insert into response (school_id, response_id, sitting_id, pupil_id, language, started_at, submitted_at)
  values ($1, $2, $3, $4, 'nb', now(), now())`;
const answer = `insert into answer (school_id, response_id, item_id, type, option_id)
  select $1, $2, * from unnest($3::text[], $4::text[], $5::text[])`;
const nomination = `insert into nomination (school_id, response_id, sitting_id, criterion_id, nominee_id, position)
  select $1, $2, $3, * from unnest($4::text[], $5::uuid[], $6::smallint[])`;

const storeOne = async (client: Client, schoolId: string, rows: BareResponse): Promise<void> => {
  const { responseId, sittingId } = rows;
  await client.query('begin');
  await client.query({
    name: 'response',
    text: response,
    values: [schoolId, responseId, sittingId, rows.pupilId],
  });
  await client.query({
    name: 'answer',
    text: answer,
    values: [schoolId, responseId, rows.itemIds, rows.types, rows.optionIds],
  });
  await client.query({
    name: 'nomination',
    text: nomination,
    values: [schoolId, responseId, sittingId, rows.criterionIds, rows.nomineeIds, rows.positions],
  });
  await client.query('commit');
};

/**
 * What the api is measured against: the driver alone with named prepared statements and nothing around it. The school's
 * scope is set once a connection, which an api serving many schools could not do.
 */
export const openBareWriter = async (
  url: string,
  schoolId: string,
  connections: number,
): Promise<BareWriter> => {
  const clients = Array.from({ length: connections }, () => new Client({ connectionString: url }));
  for (const client of clients) {
    await client.connect();
    await client.query(`select set_config('app.school_id', $1, false)`, [schoolId]);
  }
  const found = await clients[0]?.query<{ server_version: string }>('show server_version');
  return {
    version: found?.rows[0]?.server_version ?? '',
    storeAll: async (responses) => {
      const waiting = responses.values();
      await Promise.all(
        clients.map(async (client) => {
          for (const rows of waiting) await storeOne(client, schoolId, rows);
        }),
      );
    },
    close: async () => {
      await Promise.all(clients.map((client) => client.end()));
    },
  };
};
