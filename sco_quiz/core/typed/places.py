"""Countries and states: what may follow the name of a place after a comma.

The countries are those of the public-domain tz database, by the names that people use; the states are the parts of
countries that are written behind a place.
"""

from functools import cache

# cards get the same lists, see sco_quiz/card/tables.py; folded, without articles
COUNTRIES = """
afghanistan,albania,algeria,andorra,angola,antigua and barbuda,argentina,armenia,aruba,australia,austria,azerbaijan,
bahamas,bahrain,bangladesh,barbados,belarus,belgium,belize,benin,bermuda,bhutan,bolivia,bosnia,
bosnia and herzegovina,botswana,brazil,brunei,bulgaria,burkina faso,burma,burundi,cambodia,cameroon,canada,
cape verde,central african republic,chad,chile,china,colombia,comoros,congo,costa rica,cote divoire,croatia,cuba,
curacao,cyprus,czech republic,czechia,democratic republic of congo,denmark,djibouti,dominica,dominican republic,
east timor,ecuador,egypt,el salvador,equatorial guinea,eritrea,estonia,eswatini,ethiopia,faroe islands,fiji,finland,
france,french polynesia,gabon,gambia,georgia,germany,ghana,gibraltar,great britain,greece,greenland,grenada,guam,
guatemala,guinea,guinea bissau,guyana,haiti,honduras,hong kong,hungary,iceland,india,indonesia,iran,iraq,ireland,
isle of man,israel,italy,ivory coast,jamaica,japan,jordan,kazakhstan,kenya,kiribati,kosovo,kuwait,kyrgyzstan,laos,
latvia,lebanon,lesotho,liberia,libya,liechtenstein,lithuania,luxembourg,macau,madagascar,malawi,malaysia,maldives,
mali,malta,marshall islands,mauritania,mauritius,mexico,micronesia,moldova,monaco,mongolia,montenegro,morocco,
mozambique,myanmar,namibia,nauru,nepal,netherlands,new zealand,nicaragua,niger,nigeria,north korea,north macedonia,
norway,oman,pakistan,palau,palestine,panama,papua new guinea,paraguay,peru,philippines,poland,portugal,puerto rico,
qatar,republic of ireland,romania,russia,rwanda,saint kitts and nevis,saint lucia,saint vincent,samoa,san marino,
sao tome and principe,saudi arabia,senegal,serbia,seychelles,sierra leone,singapore,slovakia,slovenia,
solomon islands,somalia,south africa,south korea,south sudan,soviet union,spain,sri lanka,sudan,suriname,sweden,
switzerland,syria,taiwan,tajikistan,tanzania,thailand,timor leste,togo,tonga,trinidad and tobago,tunisia,turkey,
turkmenistan,tuvalu,uae,uganda,uk,ukraine,united arab emirates,uruguay,us,ussr,uzbekistan,vanuatu,vatican city,
venezuela,vietnam,yemen,zambia,zimbabwe
"""
STATES = """
england,scotland,wales,northern ireland,
alabama,alaska,arizona,arkansas,california,colorado,connecticut,delaware,florida,georgia,hawaii,idaho,illinois,
indiana,iowa,kansas,kentucky,louisiana,maine,maryland,massachusetts,michigan,minnesota,mississippi,missouri,montana,
nebraska,nevada,new hampshire,new jersey,new mexico,new york,north carolina,north dakota,ohio,oklahoma,oregon,
pennsylvania,rhode island,south carolina,south dakota,tennessee,texas,utah,vermont,virginia,washington,
washington state,west virginia,wisconsin,wyoming,dc,district of columbia,
ak,al,ar,az,ca,co,ct,de,fl,ga,hi,ia,id,il,in,ks,ky,la,ma,md,me,mi,mn,mo,ms,mt,nc,nd,ne,nh,nj,nm,nv,ny,oh,ok,pa,ri,
sc,sd,tn,tx,ut,va,vt,wa,wi,wv,wy,
alberta,british columbia,manitoba,new brunswick,newfoundland,newfoundland and labrador,northwest territories,
nova scotia,nunavut,ontario,prince edward island,quebec,saskatchewan,yukon,
australian capital territory,new south wales,northern territory,queensland,south australia,tasmania,victoria,
western australia,nsw,
baden wurttemberg,bavaria,brandenburg,hesse,lower saxony,north rhine westphalia,rhineland palatinate,saarland,saxony,
schleswig holstein,thuringia,
andhra pradesh,arunachal pradesh,assam,bihar,chhattisgarh,goa,gujarat,haryana,himachal pradesh,jharkhand,karnataka,
kerala,madhya pradesh,maharashtra,manipur,meghalaya,mizoram,nagaland,odisha,punjab,rajasthan,sikkim,tamil nadu,
telangana,tripura,uttar pradesh,uttarakhand,west bengal
"""

# cities with the name of a state
CITIES = {"washington": ("dc", "district of columbia"), "new york": ("ny", "new york")}


@cache
def countries() -> frozenset[str]:
    """Return the names of countries, as folded words without articles."""
    return frozenset(COUNTRIES.strip().replace("\n", "").split(","))


@cache
def states() -> frozenset[str]:
    """Return the names of states and their abbreviations, as folded words without articles."""
    return frozenset(STATES.strip().replace("\n", "").split(","))


def may_follow(tail: str, place: str) -> bool:
    """Whether a tail after a comma says where a place is; two countries are two answers.

    >>> may_follow("uk", "london"), may_follow("tashkent", "almaty"), may_follow("chad", "niger")
    (True, False, False)
    """
    if place in states():
        return tail in countries() or tail in CITIES.get(place, ())
    return place not in countries() and (tail in countries() or tail in states())
