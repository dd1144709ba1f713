/** The body; of a stream that goes on for as long as somebody listens what it says first. */
export const streamText = async (response: Response): Promise<string> => {
  if (response.headers.get('content-type')?.includes('event-stream') !== true) return response.text();
  const reader = response.body?.getReader();
  const first = await reader?.read();
  await reader?.cancel();
  return new TextDecoder().decode(first?.value);
};
