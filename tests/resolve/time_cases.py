"""What time phrases mean, written down by hand: one row a phrase, which stands in brackets in a sentence.

A row is: the day of publication (or a dash), the sentence, the days as START/END (".." for an open side, "unknown", or a
weekday without a date), the basis, and the value in the notation of TIMEX3, which tells the granularity.
"""

ROWS = """
2021-02-27 | Gunmen attacked the bridge on [Thursday], police said. | 2021-02-25/2021-02-25 | relative | 2021-02-25
2021-02-27 | The convoy was hit on [Saturday] near the river. | 2021-02-27/2021-02-27 | relative | 2021-02-27
2021-02-27 | A bomb went off [last Saturday] in the market. | 2021-02-20/2021-02-20 | relative | 2021-02-20
2021-02-27 | Shells fell [early last Saturday] on the camp. | 2021-02-20/2021-02-20 | relative | 2021-02-20
2021-02-27 | The minister will travel to the town on [Monday]. | 2021-03-01/2021-03-01 | relative | 2021-03-01
2021-02-27 | The court is expected to rule on [Tuesday]. | 2021-03-02/2021-03-02 | relative | 2021-03-02
2021-02-27 | The troops would leave [next Wednesday]. | 2021-03-03/2021-03-03 | relative | 2021-03-03
2021-02-27 | Rockets fell on [Sunday night] near the base. | 2021-02-21/2021-02-22 | relative | 2021-02-21TNI
2021-02-27 | Drones struck [Friday morning]. | 2021-02-26/2021-02-26 | relative | 2021-02-26TMO
2021-02-27 | The army spoke on [Tuesday evening]. | 2021-02-23/2021-02-23 | relative | 2021-02-23TEV
2021-02-27 | A shop burnt on [Wednesday afternoon]. | 2021-02-24/2021-02-24 | relative | 2021-02-24TAF
2021-02-27 | They met [late Thursday] in the capital. | 2021-02-25/2021-02-25 | relative | 2021-02-25
2021-02-27 | The raid came [overnight], residents said. | 2021-02-26/2021-02-27 | relative | 2021-02-26TNI
2021-02-27 | Two men died [last night]. | 2021-02-26/2021-02-27 | relative | 2021-02-26TNI
2021-02-27 | Police found the car [earlier today]. | 2021-02-27/2021-02-27 | relative | 2021-02-27
2021-02-27 | The mayor resigned [today]. | 2021-02-27/2021-02-27 | relative | 2021-02-27
2021-02-27 | He was buried [yesterday]. | 2021-02-26/2021-02-26 | relative | 2021-02-26
2021-02-27 | It happened [the day before yesterday]. | 2021-02-25/2021-02-25 | relative | 2021-02-25
2021-02-27 | The talks begin [tomorrow]. | 2021-02-28/2021-02-28 | relative | 2021-02-28
2021-02-27 | The siren sounded [yesterday evening]. | 2021-02-26/2021-02-26 | relative | 2021-02-26TEV
2021-02-27 | The port was shelled [this morning]. | 2021-02-27/2021-02-27 | relative | 2021-02-27TMO
2021-02-27 | A curfew starts [tonight]. | 2021-02-27/2021-02-28 | relative | 2021-02-27TNI
2021-02-27 | The village was taken [two days ago]. | 2021-02-25/2021-02-25 | relative | 2021-02-25
2021-02-27 | Her son was killed [a day ago]. | 2021-02-26/2021-02-26 | relative | 2021-02-26
2021-02-27 | The dam broke [two weeks ago]. | 2021-02-12/2021-02-14 | relative | 2021-W06
2021-02-27 | The truce ended [three months ago]. | 2020-11-01/2020-11-30 | relative | 2020-11
2021-02-27 | He was arrested [a year ago]. | 2020-01-01/2020-12-31 | relative | 2020
2021-02-27 | The war began [ten years ago]. | 2011-01-01/2011-12-31 | relative | 2011
2021-02-27 | They fled [two decades ago]. | 2001-01-01/2001-12-31 | relative | 2001
2021-02-27 | The shooting stopped [several years ago]. | unknown | unknown | PAST_REF
2021-02-27 | The patrol was ambushed [five hours ago]. | 2021-02-26/2021-02-27 | relative | 2021-02-27
2021-02-27 | The envoy left [last week]. | 2021-02-15/2021-02-21 | relative | 2021-W07
2021-02-27 | Fighting broke out [this week]. | 2021-02-22/2021-02-27 | relative | 2021-W08
2021-02-27 | The summit will be held [next week]. | 2021-03-01/2021-03-07 | relative | 2021-W09
2021-02-27 | The prison was stormed [last month]. | 2021-01-01/2021-01-31 | relative | 2021-01
2021-02-27 | Three soldiers died [this month]. | 2021-02-01/2021-02-27 | relative | 2021-02
2021-02-27 | The brigade arrived [earlier this month]. | 2021-02-01/2021-02-27 | relative | 2021-02
2021-02-27 | The law was passed [last year]. | 2020-01-01/2020-12-31 | relative | 2020
2021-02-27 | The base was opened [earlier this year]. | 2021-01-01/2021-02-27 | relative | 2021
2021-02-27 | The troops will be home [next year]. | 2022-01-01/2022-12-31 | relative | 2022
2021-02-27 | Ten rockets fell over [the last month]. | 2021-01-27/2021-02-27 | relative | 2021-01
2021-02-27 | Militants killed nine people in [the past two weeks]. | 2021-02-13/2021-02-27 | relative | P2W
2021-02-27 | Attacks rose in [the last three days]. | 2021-02-24/2021-02-27 | relative | P3D
2021-02-27 | There were protests over [the weekend]. | 2021-02-27/2021-02-27 | relative | 2021-W08-WE
2021-02-27 | The mosque was burnt [last weekend]. | 2021-02-20/2021-02-21 | relative | 2021-W07-WE
2021-02-27 | The tower fell in [mid-October]. | 2020-10-10/2020-10-20 | relative | 2020-10
2021-02-27 | The siege began in [early January]. | 2021-01-01/2021-01-10 | relative | 2021-01
2021-02-27 | The hostages were freed in [late November]. | 2020-11-20/2020-11-30 | relative | 2020-11
2021-02-27 | The checkpoint was bombed in [August]. | 2020-08-01/2020-08-31 | relative | 2020-08
2021-02-27 | The checkpoint was bombed in [February]. | 2021-02-01/2021-02-28 | relative | 2021-02
2021-02-27 | An envoy was shot [last December]. | 2020-12-01/2020-12-31 | relative | 2020-12
2021-02-27 | Clashes began in [May] in the hills. | 2020-05-01/2020-05-31 | relative | 2020-05
2021-02-27 | The polls will open in [March]. | 2021-03-01/2021-03-31 | relative | 2021-03
2021-02-27 | The depot exploded on [February 15]. | 2021-02-15/2021-02-15 | relative | 2021-02-15
2021-02-27 | The depot exploded on [29 August]. | 2020-08-29/2020-08-29 | relative | 2020-08-29
2021-02-27 | The depot exploded on [Feb. 29]. | 2020-02-29/2020-02-29 | relative | 2020-02-29
2021-02-27 | The depot exploded on [the 3rd of January]. | 2021-01-03/2021-01-03 | relative | 2021-01-03
2021-02-27 | The depot exploded on [Wednesday, November 22nd]. | 2017-11-22/2017-11-22 | relative | 2017-11-22
2021-02-27 | The army will withdraw by [March 10]. | ../2021-03-10 | relative | 2021-03-10
2021-02-27 | He was seen on [Thursday, Feb. 18]. | 2021-02-18/2021-02-18 | relative | 2021-02-18
2021-02-27 | The road has been shut since [Oct. 8]. | 2020-10-08/.. | relative | 2020-10-08
2021-02-27 | The road has been shut since [Tuesday]. | 2021-02-23/.. | relative | 2021-02-23
2021-02-27 | The road was shut until [Tuesday]. | ../2021-02-23 | relative | 2021-02-23
2021-02-27 | Forty people have died since [the beginning of the year]. | 2021-01-01/.. | relative | 2021
2021-02-27 | Forty people have died since [the beginning of February]. | 2021-02-01/.. | relative | 2021-02
2021-02-27 | The posts were attacked at [the end of January]. | 2021-01-20/2021-01-31 | relative | 2021-01
2021-02-27 | Shots were heard between [3 and 5 May]. | 2020-05-03/2020-05-05 | relative | 2020-05-03
2021-02-27 | The raid took place on [June 4-5]. | 2020-06-04/2020-06-05 | relative | 2020-06-04
2021-02-27 | The jets struck in [the night of Thursday to Friday]. | 2021-02-25/2021-02-26 | relative | 2021-02-25TNI
2021-02-27 | The jets struck in [the night to Friday]. | 2021-02-25/2021-02-26 | relative | 2021-02-25TNI
2021-02-27 | The strikes came [overnight into Friday]. | 2021-02-25/2021-02-26 | relative | 2021-02-25TNI
2021-02-27 | Missiles hit the plant at [00:15 local time on Wednesday]. | 2021-02-24/2021-02-24 | relative | 2021-02-24T00:15
2021-02-27 | Missiles hit the plant at [about 2 a.m. on Thursday]. | 2021-02-25/2021-02-25 | relative | 2021-02-25T02:00
2021-02-27 | The order was given at [5 p.m. EST on Thursday]. | 2021-02-25/2021-02-26 | relative | 2021-02-25T17:00
2021-02-27 | The order was given at [10:30 GMT on Thursday]. | 2021-02-25/2021-02-25 | relative | 2021-02-25T10:30
2021-02-27 | The order was given at [5 p.m. Washington time on Thursday]. | 2021-02-25/2021-02-26 | relative | 2021-02-25T17:00
2021-02-27 | They marched at [noon on Sunday]. | 2021-02-21/2021-02-21 | relative | 2021-02-21T12:00
2021-02-27 | The blast came at [dawn on Friday]. | 2021-02-26/2021-02-26 | relative | 2021-02-26TMO
2021-02-27 | He was taken in [the early hours of Friday]. | 2021-02-26/2021-02-26 | relative | 2021-02-26TMO
2021-02-27 | He was taken on [the evening of 14 February]. | 2021-02-14/2021-02-14 | relative | 2021-02-14TEV
2021-02-27 | The town fell in [the week of February 8]. | 2021-02-08/2021-02-14 | relative | 2021-W06
2021-02-27 | The town fell [last summer]. | 2020-06-01/2020-08-31 | relative | 2020-SU
2021-02-27 | The town fell in [the spring of 2016]. | 2016-03-01/2016-05-31 | stated | 2016-SP
2021-02-27 | The town fell in [the third quarter of 2019]. | 2019-07-01/2019-09-30 | stated | 2019-Q3
2021-02-27 | The town fell in [the first half of 2019]. | 2019-01-01/2019-06-30 | stated | 2019-H1
2021-02-27 | The base was shelled on [Christmas Day]. | 2020-12-25/2020-12-25 | relative | 2020-12-25
2021-02-27 | The base was shelled on [New Year's Eve]. | 2020-12-31/2020-12-31 | relative | 2020-12-31
2021-02-27 | The base was shelled on [Good Friday 2019]. | 2019-04-19/2019-04-19 | stated | 2019-04-19
2021-02-27 | The base was shelled on [Eid al-Fitr 2019]. | 2019-06-04/2019-06-06 | stated | 2019-06-05
- | Eleven died on [9 August 2018]. | 2018-08-09/2018-08-09 | stated | 2018-08-09
- | Eleven died on [Jan. 3, 2020]. | 2020-01-03/2020-01-03 | stated | 2020-01-03
- | Eleven died on [Friday, January 3, 2020]. | 2020-01-03/2020-01-03 | stated | 2020-01-03
- | Eleven died on [2023-12-26]. | 2023-12-26/2023-12-26 | stated | 2023-12-26
- | Eleven died on [7/23/2020]. | 2020-07-23/2020-07-23 | stated | 2020-07-23
- | Eleven died on [3/4/2020]. | unknown | unknown | -
- | Eleven died on [31 February 2020]. | unknown | unknown | -
- | Eleven died in [December 2017]. | 2017-12-01/2017-12-31 | stated | 2017-12
- | Eleven died in [mid-March 2020]. | 2020-03-10/2020-03-20 | stated | 2020-03
- | Eleven died in [2015]. | 2015-01-01/2015-12-31 | stated | 2015
- | Eleven died in [early 2017]. | 2017-01-01/2017-04-30 | stated | 2017
- | Eleven died in [the 1990s]. | 1990-01-01/1999-12-31 | stated | 199
- | Eleven died at [the end of 2016]. | 2016-09-01/2016-12-31 | stated | 2016
- | The group has been banned since [2009]. | 2009-01-01/.. | stated | 2009
- | Eleven died between [4 and 6 June 2019]. | 2019-06-04/2019-06-06 | stated | 2019-06-04
- | The dead were counted in [nineteen ninety-six]. | 1996-01-01/1996-12-31 | stated | 1996
- | The order of [17 Muharram 1445] was read out. | 2023-08-03/2023-08-05 | stated | 2023-08-04
- | The order of [1 Ramadan 1440 AH] was read out. | 2019-05-05/2019-05-07 | stated | 2019-05-06
- | The order of [12 Rabi al-Awwal 1445] was read out. | 2023-09-26/2023-09-28 | stated | 2023-09-27
- | The statement is dated [14 Dey 1402]. | 2024-01-04/2024-01-04 | stated | 2024-01-04
- | The statement is dated [22 Bahman 1357]. | 1979-02-11/1979-02-11 | stated | 1979-02-11
- | The statement is dated [1 Farvardin 1400]. | 2021-03-21/2021-03-21 | stated | 2021-03-21
2024-01-10 | The statement is dated [14 Dey]. | 2024-01-04/2024-01-04 | relative | 2024-01-04
2023-08-20 | The statement is dated [17 Muharram]. | 2023-08-03/2023-08-05 | relative | 2023-08-04
- | Gunmen attacked the bridge on [Thursday]. | Thursday | unknown | -
- | The depot exploded on [February 15]. | unknown | unknown | -
- | The envoy left [last week]. | unknown | unknown | -
- | Two men died [yesterday]. | unknown | unknown | -
- | Two men died [two days later]. | unknown | unknown | -
- | It was the worst raid in [2022]. Clashes went on to [Tuesday, 3 January]. | 2023-01-03/2023-01-03 | inferred | 2023-01-03
2021-02-27 | The siege lasted [three days]. | unknown | unknown | P3D
2021-02-27 | The siege lasted [a year and a half]. | unknown | unknown | P1Y6M
2021-02-27 | He was held for [nearly two hours]. | unknown | unknown | PT2H
2021-02-27 | He was held for [several months]. | unknown | unknown | PXM
2021-02-27 | It is the first raid in [years]. | unknown | unknown | PXY
2021-02-27 | A [ten-day] truce was agreed. | unknown | unknown | P10D
2021-02-27 | Shells fall on the town [every day]. | unknown | unknown | P1D
2021-02-27 | They meet [each Thursday]. | unknown | unknown | XXXX-WXX-4
2021-02-27 | The flights come [daily]. | unknown | unknown | P1D
2021-02-27 | The town is [now] quiet. | unknown | unknown | PRESENT_REF
2021-02-27 | The commander was [recently] replaced. | unknown | unknown | PAST_REF
2021-02-27 | They fear for [the future]. | unknown | unknown | FUTURE_REF
2021-02-27 | Rebels took the hill on Tuesday. [Two days later] they left. | 2021-02-25/2021-02-25 | relative | 2021-02-25
2021-02-27 | Rebels took the hill on Tuesday. [The next day] they left. | 2021-02-24/2021-02-24 | relative | 2021-02-24
2021-02-27 | Rebels took the hill on Tuesday. They left [that evening]. | 2021-02-23/2021-02-23 | relative | 2021-02-23TEV
2021-02-27 | Rebels took the hill on Tuesday. They had come [a day earlier]. | 2021-02-22/2021-02-22 | relative | 2021-02-22
2021-02-27 | Rebels took the hill on Tuesday. [The day before] it had been empty. | 2021-02-22/2021-02-22 | relative | 2021-02-22
2021-02-27 | Rebels took the hill on 4 May 2019. [The following day] they left. | 2019-05-05/2019-05-05 | relative | 2019-05-05
2021-02-27 | Rebels took the hill on 4 May 2019. They left [the following week]. | 2019-05-06/2019-05-12 | relative | 2019-W19
2021-02-27 | Rebels took the hill on Tuesday. [Hours] after the attack they left. | 2021-02-23/2021-02-24 | relative | PTXH
2021-02-27 | Rebels took the hill on Tuesday. [Three days] after the attack they left. | 2021-02-26/2021-02-26 | relative | P3D
2021-02-27 | Rebels took the hill on Tuesday. [Two days] before the attack they had come. | 2021-02-21/2021-02-21 | relative | P2D
2021-02-27 | Rebels took the hill. [The next day] they left. | unknown | unknown | -
2021-02-27 | Rebels took the hill. [That night] they left. | unknown | unknown | -
2021-02-01/2021-02-10 | Gunmen attacked the bridge on [Thursday]. | 2021-01-28/2021-02-04 | relative | -
2021-01-01/2021-12-31 | Gunmen attacked the bridge on [Thursday]. | Thursday | unknown | -
"""
