import { Client } from 'pg';

export type BareSums = {
  readonly version: string;
  /** Sums the tallies of the school's newest wellbeing rounds by round, grade, item and outcome; how many sums there are. */
  readonly sum: (rounds: number) => Promise<number>;
  readonly close: () => Promise<void>;
};

/** What an overview of a school is measured against: one statement by hand over the same tallies, on a connection of its own. */
export const openBareSums = async (url: string, schoolId: string): Promise<BareSums> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`select set_config('app.school_id', $1, false)`, [schoolId]);
  const found = await client.query<{ server_version: string }>('show server_version');
  return {
    version: found.rows[0]?.server_version ?? '',
    sum: async (rounds) => {
      const { rows } = await client.query(
        `select s.round_id, t.grade, t.item_id, t.outcome, sum(t.count)::int
           from tally t join sitting s on s.school_id = t.school_id and s.sitting_id = t.sitting_id
          where t.school_id = $1 and s.round_id in
                (select round_id from round where school_id = $1 and kind = 'wellbeing' and ended_at is not null
                  order by ended_at desc limit $2)
          group by 1, 2, 3, 4`,
        [schoolId, rounds],
      );
      return rows.length;
    },
    close: () => client.end(),
  };
};
