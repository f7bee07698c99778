/** geolib in place of its index, which is CommonJS: with that one function comes all of it. */
export { default as getDistance } from "geolib/es/getDistance";
