type Detector = { detect: (source: HTMLVideoElement) => Promise<readonly { readonly rawValue: string }[]> };
type DetectorClass = {
  new (options: { readonly formats: readonly string[] }): Detector;
  getSupportedFormats: () => Promise<readonly string[]>;
};

/** Says what the QR code in the picture says, or null. */
type ReadFrame = (video: HTMLVideoElement) => Promise<string | null>;

const millisecondsBetween = 150;

/** The device's own reader where it has one for QR codes; else one that is fetched for it. */
const chooseReader = async (): Promise<ReadFrame> => {
  // Not in TypeScript's own list yet: https://developer.mozilla.org/docs/Web/API/BarcodeDetector
  const { BarcodeDetector } = globalThis as { readonly BarcodeDetector?: DetectorClass };
  const formats = (await BarcodeDetector?.getSupportedFormats().catch(() => [])) ?? [];
  if (BarcodeDetector !== undefined && formats.includes('qr_code')) {
    const detector = new BarcodeDetector({ formats: ['qr_code'] });
    return async (video) => (await detector.detect(video))[0]?.rawValue ?? null;
  }
  const { default: decode } = await import('qr/decode.js');
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  return (video) => {
    [canvas.width, canvas.height] = [video.videoWidth, video.videoHeight];
    if (pen === null || canvas.width === 0) return Promise.resolve(null);
    pen.drawImage(video, 0, 0);
    try {
      return Promise.resolve(decode(pen.getImageData(0, 0, canvas.width, canvas.height)));
    } catch {
      // No code in the picture.
      return Promise.resolve(null);
    }
  };
};

/**
 * Shows the camera behind the device in `video` and tells each QR code it sees, until the returned function is called; then
 * the camera is let go. Rejects when there is no camera or it may not be used.
 */
export const readQrCodes = async (
  video: HTMLVideoElement,
  onread: (text: string) => void,
): Promise<() => void> => {
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: 'environment', width: { ideal: 1280 } },
    audio: false,
  });
  let stopped = false;
  const stop = () => {
    stopped = true;
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
  try {
    video.srcObject = stream;
    await video.play();
    const read = await chooseReader();
    const look = async (): Promise<void> => {
      if (stopped) return;
      const text = await read(video).catch(() => null);
      if (stopped) return;
      if (text !== null) onread(text);
      setTimeout(() => void look(), millisecondsBetween);
    };
    void look();
  } catch (error) {
    stop();
    throw error;
  }
  return stop;
};
