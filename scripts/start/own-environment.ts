const ofAnother = /^npm_|^DATABASE_|^DATA_DIRECTORY$|^PUBLIC_URL$/;

/**
 * The environment for a start of its own: without what npm told this process of itself, and without another installation's
 * database, folder and address.
 */
export const ownEnvironment = (settings: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !ofAnother.test(name))),
  ...settings,
});
