// SPDX-License-Identifier: Apache-2.0
/** What every dialect must pass, for its author: a subclass that says where the servers are, and the tests are there. */
@NullMarked
package dev.rollback.testkit.contract;

import org.jspecify.annotations.NullMarked;
