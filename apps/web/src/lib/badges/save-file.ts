/** Hands a file to the browser under a name that says nothing of what is in it. */
export const saveFile = (file: Blob, name: string): void => {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken over by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};
