/* SPDX-FileCopyrightText: The Rubdown contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Written by build-aux/guide-words: edit data/body/guides.json instead. */

#include "config.h"

#include "rub-guide-words.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const char *const all_words[] = {
  /* Translators: head: problems. */
  NC_ ("massage guide",
       "Headache, and a tense jaw."),
  /* Translators: head: technique. */
  NC_ ("massage guide",
       "Make small, slow circles with your fingertips on the scalp, the temples and the "
       "jaw, for a minute or two."),
  /* Translators: head: caution. */
  NC_ ("massage guide",
       "A sudden or new strong headache, confusion, double vision or slurred speech is "
       "an emergency: call for help and do not massage."),
  /* Translators: front-of-neck: problems. */
  NC_ ("massage guide",
       "Little that comes from running."),
  /* Translators: front-of-neck: caution. */
  NC_ ("massage guide",
       "Never massage here. The vessels to your head lie just under the skin, and "
       "pressing on them can slow your heart."),
  /* Translators: top-of-shoulder: problems. */
  NC_ ("massage guide",
       "Tense shoulders on long runs."),
  /* Translators: top-of-shoulder: technique. */
  NC_ ("massage guide",
       "Knead it with the opposite hand, or lean onto a ball against a wall, for about "
       "two minutes. Drop and roll your shoulders now and then."),
  /* Translators: top-of-shoulder: caution. */
  NC_ ("massage guide",
       "Stay out of the hollow above the collarbone and out of the armpit. New strong "
       "neck pain with dizziness, double vision or slurred speech is an emergency."),
  /* Translators: back-of-neck: problems. */
  NC_ ("massage guide",
       "A stiff neck."),
  /* Translators: back-of-neck: technique. */
  NC_ ("massage guide",
       "Knead lightly with your fingertips beside the spine, from the skull to the "
       "shoulders, for a minute or two."),
  /* Translators: back-of-neck: caution. */
  NC_ ("massage guide",
       "No massage gun, no tool, no twisting and no cracking: torn arteries have been "
       "reported. New strong neck pain or headache with dizziness, double vision or "
       "slurred speech is an emergency."),
  /* Translators: chest: problems. */
  NC_ ("massage guide",
       "Soreness from swinging the arms or from strength training."),
  /* Translators: chest: technique. */
  NC_ ("massage guide",
       "Stroke slowly with a flat hand, from the breastbone below the collarbone to the "
       "shoulder, for a minute."),
  /* Translators: chest: caution. */
  NC_ ("massage guide",
       "Stay out of the armpit and the hollow above the collarbone. Chest pain, sudden "
       "shortness of breath or fainting is an emergency: call for help and do not "
       "massage."),
  /* Translators: belly: problems. */
  NC_ ("massage guide",
       "Side stitch, and sore muscles of the trunk."),
  /* Translators: belly: caution. */
  NC_ ("massage guide",
       "Do not massage here: organs and large vessels lie beneath. With a stitch, slow "
       "down and breathe deeply until it goes."),
  /* Translators: upper-back: problems. */
  NC_ ("massage guide",
       "Stiffness from how you hold your arms, or from a desk."),
  /* Translators: upper-back: technique. */
  NC_ ("massage guide",
       "Lie with a roller across the shoulder blades, hug yourself, and make small moves"
       " for about 90 seconds. Or lean onto a ball against a wall."),
  /* Translators: upper-back: caution. */
  NC_ ("massage guide",
       "Stay off the spine and stop at the lowest ribs. No roller with brittle bones. "
       "Pain after a fall, or with each breath, should be seen first."),
  /* Translators: lower-back: problems. */
  NC_ ("massage guide",
       "Stiffness, and an ache after long runs."),
  /* Translators: lower-back: technique. */
  NC_ ("massage guide",
       "Lean against a wall onto two soft balls, one on each side of the spine, or knead"
       " the muscle beside the spine by hand, for about two minutes. Warmth is good too."),
  /* Translators: lower-back: caution. */
  NC_ ("massage guide",
       "Not on the spine, and no roller across the lower back: no ribs hold it up, and "
       "the kidneys lie under the last ribs. Numbness between the legs, trouble with "
       "bladder or bowel, or weakness in both legs is an emergency."),
  /* Translators: sacrum: problems. */
  NC_ ("massage guide",
       "An ache at the base of the spine, where it meets the pelvis."),
  /* Translators: sacrum: technique. */
  NC_ ("massage guide",
       "Stroke slowly with a flat hand for about a minute, and massage the buttock "
       "beside it."),
  /* Translators: sacrum: caution. */
  NC_ ("massage guide",
       "Bone lies just under the skin: no ball, no roller, no hard pressure. Numbness "
       "between the legs, or trouble with bladder or bowel, is an emergency."),
  /* Translators: arms: problems. */
  NC_ ("massage guide",
       "Tension from clenched fists, and soreness from poles on trails."),
  /* Translators: arms: technique. */
  NC_ ("massage guide",
       "Stroke and knead by hand for a minute or two."),
  /* Translators: arms: caution. */
  NC_ ("massage guide",
       "Not in the armpit or the bend of the elbow. Numbness or tingling: stop, and have"
       " it checked."),
  /* Translators: elbow: problems. */
  NC_ ("massage guide",
       "Soreness from poles, or from holding the arms bent."),
  /* Translators: elbow: caution. */
  NC_ ("massage guide",
       "A joint with little over the bone: massage the forearm and the upper arm "
       "instead. An elbow that is hot and very swollen should be seen today."),
  /* Translators: buttock: problems. */
  NC_ ("massage guide",
       "Soreness, and an ache at the side of the hip."),
  /* Translators: buttock: technique. */
  NC_ ("massage guide",
       "Sit on a ball or a roller with one ankle on the other knee, and lean onto the "
       "fleshy upper, outer part for about 90 seconds."),
  /* Translators: buttock: caution. */
  NC_ ("massage guide",
       "Not on the bony knob at the side of the hip. Numbness between the legs, or "
       "trouble with bladder or bowel, is an emergency; tingling or shooting pain down "
       "the leg should be checked."),
  /* Translators: deep-buttock: problems. */
  NC_ ("massage guide",
       "A deep ache in the buttock, at times with pain down the leg."),
  /* Translators: deep-buttock: technique. */
  NC_ ("massage guide",
       "Lean gently onto a ball at the middle of the buttock. Hold for 20 seconds, move "
       "a little, hold again, for about a minute."),
  /* Translators: deep-buttock: caution. */
  NC_ ("massage guide",
       "A large nerve runs here. Tingling, numbness or pain below the knee: no pressure "
       "here, and have it checked. New weakness should be seen today; numbness between "
       "the legs is an emergency."),
  /* Translators: outer-hip: problems. */
  NC_ ("massage guide",
       "A tight front of the hip, and pull on the IT band."),
  /* Translators: outer-hip: technique. */
  NC_ ("massage guide",
       "Lean onto a ball against a wall, just below and behind the bony point at the "
       "front of the hip, for about a minute."),
  /* Translators: outer-hip: caution. */
  NC_ ("massage guide",
       "Not on the bony point and not towards the groin. Numbness or burning on the "
       "outer thigh: stop."),
  /* Translators: groin: problems. */
  NC_ ("massage guide",
       "A stiff front of the hip after sitting, strains, and deep groin pain."),
  /* Translators: groin: caution. */
  NC_ ("massage guide",
       "Do not massage here: large vessels, nerves and lymph nodes lie just under the "
       "skin. Massage the front of the thigh, below the crease, instead. Deep pain in "
       "the groin with each landing, or a limp: do not run, and get seen today."),
  /* Translators: inner-thigh: problems. */
  NC_ ("massage guide",
       "Tightness, and pulled muscles."),
  /* Translators: inner-thigh: technique. */
  NC_ ("massage guide",
       "Rest the leg out to the side. Knead by hand or use a roller, lightly, on the "
       "middle third only, for about a minute."),
  /* Translators: inner-thigh: caution. */
  NC_ ("massage guide",
       "Large vessels and a nerve run along the inner thigh, so leave the upper third "
       "and the groin alone. Not after a fresh pull. Deep pain in the groin with each "
       "landing should be seen today."),
  /* Translators: front-thigh: problems. */
  NC_ ("massage guide",
       "Soreness after downhills, tightness, strains, and bruises from a knock."),
  /* Translators: front-thigh: technique. */
  NC_ ("massage guide",
       "Stroke and knead by hand, or lie face down on a roller and move slowly: the "
       "inner, the middle and the outer third, about 90 seconds each."),
  /* Translators: front-thigh: caution. */
  NC_ ("massage guide",
       "Go lightly near the kneecap, and stop a hand’s width below the groin. After a "
       "hard knock wait three days, then massage only around the bruise. A hard lump "
       "weeks later should be checked."),
  /* Translators: outer-thigh: problems. */
  NC_ ("massage guide",
       "A tight feeling along the outer thigh, and pain at the outer knee."),
  /* Translators: outer-thigh: technique. */
  NC_ ("massage guide",
       "Roll lightly over the muscles in front of the band and behind it for about a "
       "minute. Do not grind the band itself."),
  /* Translators: outer-thigh: caution. */
  NC_ ("massage guide",
       "The band does not get longer by rolling. Stay off the bony knobs at the hip and "
       "at the outer knee."),
  /* Translators: hamstrings: problems. */
  NC_ ("massage guide",
       "Soreness, tightness, and pulled muscles."),
  /* Translators: hamstrings: technique. */
  NC_ ("massage guide",
       "Sit on a roller, or on a ball on a hard chair, and move slowly for about 90 "
       "seconds. Or knead by hand from above the knee to the middle of the thigh."),
  /* Translators: hamstrings: caution. */
  NC_ ("massage guide",
       "Keep clear of the back of the knee. After a sudden pull wait three days; with a "
       "large bruise, or if you cannot walk on it, get seen today."),
  /* Translators: sit-bone: problems. */
  NC_ ("massage guide",
       "A deep ache at the sit bone, most of all when sitting."),
  /* Translators: sit-bone: caution. */
  NC_ ("massage guide",
       "Pressure stirs it up: no ball, no roller, no hard seat. Massage the middle of "
       "the thigh and the buttock above instead."),
  /* Translators: front-of-knee: problems. */
  NC_ ("massage guide",
       "Pain around the kneecap (runner’s knee), or in the tendon below it (jumper’s "
       "knee)."),
  /* Translators: front-of-knee: caution. */
  NC_ ("massage guide",
       "Not on the kneecap and not on the tendon: massage the front of the thigh "
       "instead. Exercise comes first here, massage is an extra at best. A knee that is "
       "hot or very swollen should be seen today; one that locks or gives way should be "
       "checked."),
  /* Translators: outer-knee: problems. */
  NC_ ("massage guide",
       "Pain at the outer side of the knee, where the IT band ends."),
  /* Translators: outer-knee: caution. */
  NC_ ("massage guide",
       "Not on the sore knob: the band is pressed onto what lies beneath, and rolling "
       "presses more. Massage the buttock and the muscle of the outer thigh instead. "
       "Popping or swelling should be checked."),
  /* Translators: inner-knee: problems. */
  NC_ ("massage guide",
       "Soreness where the tendons of the inner thigh end, and strained ligaments."),
  /* Translators: inner-knee: caution. */
  NC_ ("massage guide",
       "A joint with little over the bone: massage the thigh above instead. A knee that "
       "is hot or very swollen should be seen today; one that locks or gives way should "
       "be checked."),
  /* Translators: back-of-knee: problems. */
  NC_ ("massage guide",
       "A tight feeling, at times with a swelling."),
  /* Translators: back-of-knee: caution. */
  NC_ ("massage guide",
       "Never massage here: an artery, a vein and a nerve lie just under the skin. "
       "Massage the calf or the hamstrings instead, a hand’s width away. One leg that is"
       " swollen, warm or throbbing should be seen today."),
  /* Translators: calf: problems. */
  NC_ ("massage guide",
       "Soreness in the days after a hard run, tightness, cramp, and pulled muscles."),
  /* Translators: calf: technique. */
  NC_ ("massage guide",
       "Sit with the knee bent and knead both heads of the muscle. Or rest the calf on a"
       " roller and move slowly for about 90 seconds. Stop a hand’s width below the "
       "crease of the knee."),
  /* Translators: calf: caution. */
  NC_ ("massage guide",
       "One leg that is swollen, warm, red or throbbing may be a clot: do not massage "
       "either leg, and get seen today. After a sudden pull wait three days. Leave the "
       "back of the knee alone."),
  /* Translators: lower-calf: problems. */
  NC_ ("massage guide",
       "Tightness, cramp, and a deep ache that comes on slowly."),
  /* Translators: lower-calf: technique. */
  NC_ ("massage guide",
       "Bend the knee so that the upper calf goes soft. Slide both thumbs slowly up the "
       "sides of the lower calf for about 90 seconds, and press less as muscle turns "
       "into tendon."),
  /* Translators: lower-calf: caution. */
  NC_ ("massage guide",
       "One leg that is swollen, warm, red or throbbing may be a clot: do not massage "
       "either leg, and get seen today. Stay off the inner edge of the shin bone."),
  /* Translators: achilles: problems. */
  NC_ ("massage guide",
       "Aches and stiffness in the middle of the tendon, or where it meets the heel."),
  /* Translators: achilles: technique. */
  NC_ ("massage guide",
       "Do not press the tendon. Massage the calf above it; at most, stroke along its "
       "sides as light as a feather."),
  /* Translators: achilles: caution. */
  NC_ ("massage guide",
       "A pop, a gap or sudden weakness: no weight on it, and get seen today. Leave it "
       "alone when it is hot, red or creaking, and have it checked if the pain began "
       "with a fluoroquinolone antibiotic or a steroid injection."),
  /* Translators: shin-edge: problems. */
  NC_ ("massage guide",
       "Soreness along the inner edge of the shin (shin splints), and now and then a "
       "stressed bone."),
  /* Translators: shin-edge: technique. */
  NC_ ("massage guide",
       "Never on the bone. Put your fingertips just behind its edge and stroke lightly "
       "for a minute, or leave it out and massage the lower calf."),
  /* Translators: shin-edge: caution. */
  NC_ ("massage guide",
       "Pain on one spot of bone that a fingertip covers, at night or with each landing:"
       " stop running, and have it checked within days."),
  /* Translators: front-shin: problems. */
  NC_ ("massage guide",
       "Soreness after downhills, cramp, and pressure that builds up during a run."),
  /* Translators: front-shin: technique. */
  NC_ ("massage guide",
       "Slide a thumb or a massage stick from the ankle to a hand’s width below the "
       "knee, beside the outer edge of the shin bone, for about a minute."),
  /* Translators: front-shin: caution. */
  NC_ ("massage guide",
       "Tight pain that grows as you run and goes when you stop, or a numb foot, should "
       "be checked. Severe, growing, tight pain at rest is an emergency."),
  /* Translators: outer-shin: problems. */
  NC_ ("massage guide",
       "Tightness, and an ache after the ankle rolled."),
  /* Translators: outer-shin: technique. */
  NC_ ("massage guide",
       "Use a roller or a massage stick on the middle of the outer shin for about a "
       "minute."),
  /* Translators: outer-shin: caution. */
  NC_ ("massage guide",
       "Leave out the top hand’s width below the outer knee: a nerve lies bare there. "
       "Tingling on top of the foot: stop, and have it checked. A foot that drops should"
       " be seen today."),
  /* Translators: ankle: problems. */
  NC_ ("massage guide",
       "Sprains, and aching tendons beside the ankle."),
  /* Translators: ankle: technique. */
  NC_ ("massage guide",
       "Stroke lightly around the bony knobs, not on them, for a minute or two."),
  /* Translators: ankle: caution. */
  NC_ ("massage guide",
       "A nerve and an artery run behind the inner knob. Not in the first three days "
       "after a sprain and not on a swollen joint; if it cannot bear your weight, get "
       "seen today."),
  /* Translators: heel: problems. */
  NC_ ("massage guide",
       "Pain under or behind the heel, a bruised heel pad, and now and then a stressed "
       "bone."),
  /* Translators: heel: caution. */
  NC_ ("massage guide",
       "Not on the heel bone or where the tendon meets it: massage the arch and the calf"
       " instead. If it hurts to squeeze the bone from both sides, have it checked "
       "within days."),
  /* Translators: arch: problems. */
  NC_ ("massage guide",
       "Tired feet, an ache in the arch, and pain under the heel."),
  /* Translators: arch: technique. */
  NC_ ("massage guide",
       "Sit, and roll a soft ball slowly from the front edge of the heel to the ball of "
       "the foot for about two minutes. Or stroke lengthwise with both thumbs."),
  /* Translators: arch: caution. */
  NC_ ("massage guide",
       "Stay off the sorest point of the heel. With numb feet or diabetes use your hands"
       " only, and look at the skin first. Not over blisters or wounds; pain on one spot"
       " of bone should be checked."),
  /* Translators: ball-of-foot: problems. */
  NC_ ("massage guide",
       "Soreness under the ball or along the outer edge of the foot, and now and then a "
       "stressed bone."),
  /* Translators: ball-of-foot: technique. */
  NC_ ("massage guide",
       "Stroke lightly with your thumbs between the bones for about a minute."),
  /* Translators: ball-of-foot: caution. */
  NC_ ("massage guide",
       "There is little over these bones. Pain on one spot that a fingertip covers: no "
       "massage and no running, and have it checked within days."),
  /* Translators: top-of-foot: problems. */
  NC_ ("massage guide",
       "Soreness under the laces, aching tendons, and now and then a stressed bone."),
  /* Translators: top-of-foot: technique. */
  NC_ ("massage guide",
       "Stroke lightly with your thumbs between the bones towards the ankle, then circle"
       " the toes, for about a minute."),
  /* Translators: top-of-foot: caution. */
  NC_ ("massage guide",
       "There is little over these bones and nerves. Pain on one spot of bone, or "
       "swelling on top of the foot: no massage and no running, and have it checked "
       "within days."),
};
/* clang-format on */

const char *
rub_guide_words_translate (const char *words)
{
  g_return_val_if_fail (words != NULL, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "massage guide", words);
}

const char *const *
rub_guide_words_get_all (gsize *n_words)
{
  g_return_val_if_fail (n_words != NULL, NULL);

  *n_words = G_N_ELEMENTS (all_words);

  return all_words;
}
