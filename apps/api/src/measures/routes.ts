import { ClassMeasures, EndMeasure, Id, MeasureEffect, NewMeasure, Shape } from '@samhold/contract';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { endMeasure, readClassMeasures, readMeasureEffect, startMeasure } from './service.ts';

const config = { access: ['contact_teacher'] } as const;
const ofClass = Shape({ classId: Id });
const ofMeasure = Shape({ measureId: Id });

export const measureRoutes = (deps: Dependencies) => async (api: Api) => {
  api.get(
    '/classes/:classId/measures',
    { config, schema: { params: ofClass, response: { 200: ClassMeasures } } },
    (request) => readClassMeasures(deps, request.staff, request.params.classId),
  );
  api.post(
    '/classes/:classId/measures',
    { config, schema: { params: ofClass, body: NewMeasure, response: { 200: ClassMeasures } } },
    (request) => startMeasure(deps, request.staff, request.params.classId, request.body),
  );
  api.put(
    '/class-measures/:measureId',
    { config, schema: { params: ofMeasure, body: EndMeasure, response: { 200: ClassMeasures } } },
    (request) => endMeasure(deps, request.staff, request.params.measureId, request.body),
  );
  api.get(
    '/class-measures/:measureId/effect',
    { config, schema: { params: ofMeasure, response: { 200: MeasureEffect } } },
    (request) => readMeasureEffect(deps, request.staff, request.params.measureId),
  );
};
