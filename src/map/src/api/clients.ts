import { createClient } from '@connectrpc/connect';
import { createConnectTransport } from '@connectrpc/connect-web';
import { ComparisonService } from '../../generated/bolyst/v1/comparison_service_pb';
import { DeliveryService } from '../../generated/bolyst/v1/delivery_service_pb';
import { IndexService } from '../../generated/bolyst/v1/index_service_pb';
import { IndicatorService } from '../../generated/bolyst/v1/indicator_service_pb';
import { OmradesatsingService } from '../../generated/bolyst/v1/omradesatsing_service_pb';
import { ZoneService } from '../../generated/bolyst/v1/zone_service_pb';
import { here } from './here';

/** Reads go as GET, which the browser's cache keeps, in the binary form, which is the smallest. */
const transport = createConnectTransport({ baseUrl: here, useBinaryFormat: true, useHttpGet: true, defaultTimeoutMs: 30_000 });

/** Where persons live stands in no address, and so in no cache and no log; and an area with many corners does not fit into one. */
const unseen = createConnectTransport({ baseUrl: here, useBinaryFormat: true, defaultTimeoutMs: 30_000 });

export const zones = createClient(ZoneService, transport);
export const zonesUnseen = createClient(ZoneService, unseen);
export const indicators = createClient(IndicatorService, transport);
export const indexes = createClient(IndexService, transport);
/** For what is asked once and never again, such as while a slider moves. */
export const indexesUnkept = createClient(IndexService, unseen);
export const comparisons = createClient(ComparisonService, transport);
export const comparisonsUnseen = createClient(ComparisonService, unseen);
export const omradesatsinger = createClient(OmradesatsingService, transport);
export const omradesatsingerUnseen = createClient(OmradesatsingService, unseen);
export const deliveries = createClient(DeliveryService, transport);
