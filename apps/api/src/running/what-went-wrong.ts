/** An error in words, with what lay behind it. */
export const whatWentWrong = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${whatWentWrong(error.cause)})` : error.message;
};
