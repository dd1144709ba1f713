import { InformationLetters, LanguageCode, Shape } from '@samhold/contract';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { listLetters, makeLetter } from './service.ts';

const leadership = { access: ['leadership'] } as const;

export const informationLetterRoutes = (deps: Dependencies) => async (api: Api) => {
  api.get(
    '/information-letters',
    { config: leadership, schema: { response: { 200: InformationLetters } } },
    () => listLetters(),
  );

  api.get(
    '/information-letters/:language',
    {
      config: leadership,
      schema: { params: Shape({ language: LanguageCode }), produces: ['application/pdf'] },
    },
    async (request, reply) => {
      const { language } = request.params;
      return reply
        .header('content-type', 'application/pdf')
        .header('content-disposition', `attachment; filename="informasjonsbrev-${language}.pdf"`)
        .send(await makeLetter(deps, request.staff, language));
    },
  );
};
