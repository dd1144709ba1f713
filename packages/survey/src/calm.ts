/**
 * «Anonymous» as the languages of the pupils say it. A survey that names its respondents must never promise it; a
 * speaker looks for other words that would.
 */
const anonymous =
  /anonym|anonim|анонім|isimsiz|kimliksiz|magac la['’]aan|مجهول|بدون اسم|گمنام|بے نام|அநாமதேய|அனாமதேய|பெயரில்லா|பெயர் வெளியிட|ẩn danh|nặc danh|khuyết danh|ስም ኣልቦ|ስም-ኣልቦ|ሽም ኣልቦ|ዘይተፈልጠ ሰብ/iu;

/** True when the text calls its readers anonymous, in any of the languages. */
export const promisesAnonymity = (text: string): boolean => anonymous.test(text.normalize('NFC'));

/** True when the text has an exclamation mark of any script. */
export const raisesVoice = (text: string): boolean => /[!¡！﹗‼⁉❗❕՜߹᥄]/u.test(text);
