// Package openloop lets things happen when their moment has come, whether or not what came before has been answered, and
// says how long the answers took. A crowd does not wait for a slow server; a measurement that does makes the server look fast
// (coordinated omission).
package openloop
