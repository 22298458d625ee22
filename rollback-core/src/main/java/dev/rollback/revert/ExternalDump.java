// SPDX-License-Identifier: Apache-2.0
package dev.rollback.revert;

/**
 * A dump that another tool has made, as it was when a run began: the way back should everything else fail.
 *
 * @param path where it was
 * @param bytes its size
 * @param sha256 of its contents, in hex
 */
public record ExternalDump(String path, long bytes, String sha256) {}
