/** Plays one sound at a time. */
export class Player {
  playing = $state(false);
  #audio: HTMLAudioElement | null = null;
  #turn = 0;

  /** Plays to the end, or until `stop` or the next. @throws when the sound cannot be fetched or played */
  async play(sound: Blob | Promise<Blob>): Promise<void> {
    this.stop();
    const mine = this.#turn;
    this.playing = true;
    let address = '';
    try {
      address = URL.createObjectURL(await sound);
      if (mine !== this.#turn) return;
      const audio = new Audio(address);
      this.#audio = audio;
      await new Promise<void>((settle, reject) => {
        audio.onended = audio.onpause = () => settle();
        audio.onerror = () => reject(new Error('The sound cannot be played.'));
        audio.play().catch(reject);
      });
    } finally {
      URL.revokeObjectURL(address);
      if (mine === this.#turn) this.playing = false;
    }
  }

  stop(): void {
    this.#turn += 1;
    this.#audio?.pause();
    this.#audio = null;
    this.playing = false;
  }
}
