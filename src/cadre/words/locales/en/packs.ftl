# What each pack holds, a line each; the names of the messages are those of the packs.
defence-capacity-building = courses, schools and advisers for another country's forces. Starter: medics taught until the host teaches them itself.
health = nurses, midwives and community health workers. Starter: a province's clinics, with a school that becomes accredited.
mine-action = clearing of mines and unexploded ordnance. Starter: a first demining school.
police = basic and further courses of a police service. Starter: officers and investigators for stations, with a school that becomes accredited.
