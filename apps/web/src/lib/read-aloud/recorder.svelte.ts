/** Half a minute is more than any text takes. */
const longest = 30_000;
const formats = ['audio/webm;codecs=opus', 'audio/mp4;codecs=mp4a.40.2', 'audio/mp4'];

/** One recording at a time from the microphone, which is let go when the recording ends. */
export class Recorder {
  state = $state<'idle' | 'asking' | 'recording'>('idle');
  #recorder: MediaRecorder | null = null;
  #wanted = false;

  /** Records until `stop`, and at most half a minute. Null when it was given up. @throws when there is no microphone to use */
  async record(): Promise<Blob | null> {
    if (this.state !== 'idle') return null;
    this.#wanted = true;
    this.state = 'asking';
    try {
      const microphone = await navigator.mediaDevices.getUserMedia({
        audio: { channelCount: 1, noiseSuppression: true, autoGainControl: true },
      });
      try {
        return this.#wanted ? await this.#from(microphone) : null;
      } finally {
        for (const track of microphone.getTracks()) track.stop();
      }
    } finally {
      this.#recorder = null;
      this.state = 'idle';
    }
  }

  stop(): void {
    if (this.#recorder?.state === 'recording') this.#recorder.stop();
  }

  /** Lets the microphone go; what was recorded is not kept. */
  giveUp(): void {
    this.#wanted = false;
    this.stop();
  }

  #from(microphone: MediaStream): Promise<Blob | null> {
    const mimeType = formats.find((format) => MediaRecorder.isTypeSupported(format));
    const recorder = new MediaRecorder(microphone, {
      audioBitsPerSecond: 32_000,
      ...(mimeType === undefined ? {} : { mimeType }),
    });
    const parts: Blob[] = [];
    const enough = setTimeout(() => this.stop(), longest);
    this.#recorder = recorder;
    return new Promise((settle, reject) => {
      recorder.ondataavailable = ({ data }) => parts.push(data);
      recorder.onerror = () => {
        clearTimeout(enough);
        reject(new Error('The recording failed.'));
      };
      recorder.onstop = () => {
        clearTimeout(enough);
        settle(this.#wanted ? new Blob(parts, { type: recorder.mimeType }) : null);
      };
      recorder.start();
      this.state = 'recording';
    });
  }
}
