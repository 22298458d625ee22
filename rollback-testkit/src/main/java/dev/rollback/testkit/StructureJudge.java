// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit;

/** A second opinion on the structure, such as a dump program's; equal texts mean equal structures. */
@FunctionalInterface
public interface StructureJudge {
    String structure() throws Exception;
}
