-- why: a server that does not migrate reads whether the database is of its version before it says that it is ready
grant select on schema_migration to samhold_runtime;
