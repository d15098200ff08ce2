// Made from spec/openapi.yaml by `pnpm generate`. Do not edit.
// @ts-nocheck
import type { Check } from "./check.ts";
export const createBackupExportJobResult: Check = validate10;
const schema12 = {"type":"object","description":"One export of one snapshot.","required":["exportBucketId"],"properties":{"id":{"description":"The job's id.","$ref":"ObjectId"},"state":{"type":"string","description":"Where the job stands. `Cancelled`, `Failed` and `Successful` are final. The service may add a state one day: treat one you do not know as not final.","enum":["Cancelled","Failed","InProgress","Queued","Successful"]},"stateReason":{"$ref":"ExportJobStateReason"},"exportStatus":{"$ref":"ExportJobStatus"},"exportBucketId":{"description":"The id of the bucket that receives the files.","$ref":"ObjectId"},"snapshotId":{"description":"The id of the exported snapshot.","$ref":"ObjectId"},"prefix":{"type":"string","description":"What the keys of all uploaded files begin with, the `.complete` file included."},"customData":{"type":"array","description":"The entries that the request gave; an empty list when it gave none.","items":{"$ref":"ExportJobCustomData"}},"components":{"type":"array","readOnly":true,"description":"One entry for each shard, when the cluster is sharded.","items":{"$ref":"ExportJobComponent"}},"createdAt":{"type":"string","format":"date-time","description":"When the job was created, in UTC (RFC 3339)."},"finishedAt":{"type":"string","format":"date-time","description":"When the job reached its final state, in UTC (RFC 3339)."},"links":{"type":"array","readOnly":true,"description":"Links to related resources (RFC 5988).","items":{"$ref":"Link"}}},"$id":"ExportJob"};
const pattern0 = /* @__PURE__ */ new RegExp("^([a-f0-9]{24})$", "u");

function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.exportId !== undefined){
let data0 = data.exportId;
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
const err0 = {instancePath:instancePath+"/exportId",keyword:"pattern",params:{pattern: "^([a-f0-9]{24})$"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath:instancePath+"/exportId",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.replicaSetName !== undefined){
if(typeof data.replicaSetName !== "string"){
const err2 = {instancePath:instancePath+"/replicaSetName",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate12.errors = vErrors;
return errors === 0;
}


function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.exportBucketId === undefined){
const err0 = {instancePath,keyword:"required",params:{missingProperty: "exportBucketId"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.id !== undefined){
let data0 = data.id;
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
const err1 = {instancePath:instancePath+"/id",keyword:"pattern",params:{pattern: "^([a-f0-9]{24})$"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/id",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.state !== undefined){
let data1 = data.state;
if(typeof data1 !== "string"){
const err3 = {instancePath:instancePath+"/state",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!(((((data1 === "Cancelled") || (data1 === "Failed")) || (data1 === "InProgress")) || (data1 === "Queued")) || (data1 === "Successful"))){
const err4 = {instancePath:instancePath+"/state",keyword:"enum",params:{allowedValues: schema12.properties.state.enum}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.stateReason !== undefined){
let data2 = data.stateReason;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.errorCode !== undefined){
if(typeof data2.errorCode !== "string"){
const err5 = {instancePath:instancePath+"/stateReason/errorCode",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data2.message !== undefined){
if(typeof data2.message !== "string"){
const err6 = {instancePath:instancePath+"/stateReason/message",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath:instancePath+"/stateReason",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.exportStatus !== undefined){
let data5 = data.exportStatus;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.exportedCollections !== undefined){
let data6 = data5.exportedCollections;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
const err8 = {instancePath:instancePath+"/exportStatus/exportedCollections",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data5.totalCollections !== undefined){
let data7 = data5.totalCollections;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
const err9 = {instancePath:instancePath+"/exportStatus/totalCollections",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath:instancePath+"/exportStatus",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.exportBucketId !== undefined){
let data8 = data.exportBucketId;
if(typeof data8 === "string"){
if(!pattern0.test(data8)){
const err11 = {instancePath:instancePath+"/exportBucketId",keyword:"pattern",params:{pattern: "^([a-f0-9]{24})$"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/exportBucketId",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.snapshotId !== undefined){
let data9 = data.snapshotId;
if(typeof data9 === "string"){
if(!pattern0.test(data9)){
const err13 = {instancePath:instancePath+"/snapshotId",keyword:"pattern",params:{pattern: "^([a-f0-9]{24})$"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/snapshotId",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.prefix !== undefined){
if(typeof data.prefix !== "string"){
const err15 = {instancePath:instancePath+"/prefix",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.customData !== undefined){
let data11 = data.customData;
if(Array.isArray(data11)){
const len0 = data11.length;
for(let i0=0; i0<len0; i0++){
let data12 = data11[i0];
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
if(data12.key !== undefined){
if(typeof data12.key !== "string"){
const err16 = {instancePath:instancePath+"/customData/" + i0+"/key",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data12.value !== undefined){
if(typeof data12.value !== "string"){
const err17 = {instancePath:instancePath+"/customData/" + i0+"/value",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath:instancePath+"/customData/" + i0,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
else {
const err19 = {instancePath:instancePath+"/customData",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.components !== undefined){
let data15 = data.components;
if(Array.isArray(data15)){
const len1 = data15.length;
for(let i1=0; i1<len1; i1++){
if(!(validate12(data15[i1], {instancePath:instancePath+"/components/" + i1,parentData:data15,parentDataProperty:i1,rootData}))){
vErrors = collect(vErrors, validate12.errors);
errors = vErrors.length;
}
}
}
else {
const err20 = {instancePath:instancePath+"/components",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.createdAt !== undefined){
if(!(typeof data.createdAt === "string")){
const err21 = {instancePath:instancePath+"/createdAt",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.finishedAt !== undefined){
if(!(typeof data.finishedAt === "string")){
const err22 = {instancePath:instancePath+"/finishedAt",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.links !== undefined){
let data19 = data.links;
if(Array.isArray(data19)){
const len2 = data19.length;
for(let i2=0; i2<len2; i2++){
let data20 = data19[i2];
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
if(data20.href !== undefined){
if(typeof data20.href !== "string"){
const err23 = {instancePath:instancePath+"/links/" + i2+"/href",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data20.rel !== undefined){
if(typeof data20.rel !== "string"){
const err24 = {instancePath:instancePath+"/links/" + i2+"/rel",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
else {
const err25 = {instancePath:instancePath+"/links/" + i2,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
else {
const err26 = {instancePath:instancePath+"/links",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
else {
const err27 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
validate11.errors = vErrors;
return errors === 0;
}


function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(validate11(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = collect(vErrors, validate11.errors);
errors = vErrors.length;
}
validate10.errors = vErrors;
return errors === 0;
}

export const listBackupExportJobsResult: Check = validate15;

function validate16(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.results === undefined){
const err0 = {instancePath,keyword:"required",params:{missingProperty: "results"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.results !== undefined){
let data0 = data.results;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validate11(data0[i0], {instancePath:instancePath+"/results/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = collect(vErrors, validate11.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath:instancePath+"/results",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.totalCount !== undefined){
let data2 = data.totalCount;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err2 = {instancePath:instancePath+"/totalCount",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 0 || isNaN(data2)){
const err3 = {instancePath:instancePath+"/totalCount",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
if(data.links !== undefined){
let data3 = data.links;
if(Array.isArray(data3)){
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
let data4 = data3[i1];
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.href !== undefined){
if(typeof data4.href !== "string"){
const err4 = {instancePath:instancePath+"/links/" + i1+"/href",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data4.rel !== undefined){
if(typeof data4.rel !== "string"){
const err5 = {instancePath:instancePath+"/links/" + i1+"/rel",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath:instancePath+"/links/" + i1,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath:instancePath+"/links",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath,keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate16.errors = vErrors;
return errors === 0;
}


function validate15(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(validate16(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = collect(vErrors, validate16.errors);
errors = vErrors.length;
}
validate15.errors = vErrors;
return errors === 0;
}

export const getBackupExportJobResult: Check = validate19;

function validate19(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(validate11(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = collect(vErrors, validate11.errors);
errors = vErrors.length;
}
validate19.errors = vErrors;
return errors === 0;
}

function collect(errors, more){
if(errors === null){
return more;
}
for(const error of more) errors.push(error);
return errors;
}

/** By operationId. */
export const responseChecks: Record<string, Check> = {
  createBackupExportJob: createBackupExportJobResult,
  listBackupExportJobs: listBackupExportJobsResult,
  getBackupExportJob: getBackupExportJobResult,
};
