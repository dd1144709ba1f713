/** The bytes of a sound in base64. */
export const toBase64 = async (sound: Blob): Promise<string> => {
  const bytes = new Uint8Array(await sound.arrayBuffer());
  let text = '';
  // A piece at a time: a function takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
};
