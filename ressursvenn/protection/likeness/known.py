"""Names that are somebody's: common ones in Norway, with `=` between the spellings of one name.

Two names that are both here and are not so joined are two names, however much alike they sound: Kari is
not Karin. A name that is not here may be a misspelling of one that is. The lists hold common names of
the population, written from general knowledge; nobody's name is here because of who she is.
"""

from __future__ import annotations

from functools import cache

from .letters import Word, words_of

GIVEN = """
abdi adrian agnes agnieszka aleksander=alexander=aleksandr=alexandr=alex=oleksandr=sasja=sasha
aleksandra=alexandra=oleksandra aleksej=aleksei=alexey=alexei=aleksey ali=aly alia=aliya alma alva
amal amin=ameen amina=aminah amir=ameer=emir amira anders andrea andreas
andrej=andrei=andrey=andrii anette=annette anita ann anna anne=ane annika anton anwar are ariana
arild arne arnt arve arvid asbjørn aslak asle asta astrid atle aud audun axel=aksel ayan
ayse=aisha=aisja=aysha=ayesha=aicha bashir basma bente berit bilal birger birgit=birgitta birgitte
bjarne bjørg bjørn=bjarn bo bodil bogdan=bohdan boris børge camilla=kamilla carina=karina
caroline=karoline cato cecilie=sesilie charlotte=sjarlotte christer=krister christian=kristian
christina=kristina christine=kristine christoffer=kristoffer=christopher=kristofer=stoffer dag
dagfinn daniel daniela david dina dmitrij=dmitry=dmitri=dmitriy=dmytro ebba edith edvard
egil=eigil einar eirik eirin eivind=øyvind=øivind=eyvind elena=jelena=yelena eli elias=eliyas elin
elisabeth=elisabet=elizabeth=lisbeth=lisbet elise ella ellen elsa else emil emilie=emily emma
endre erik=eric=erick erika=erica erling eskil espen ester=esther eva even fabian farah=farrah
farhan farid=fareed farida=fareeda fatima=fatma=fatuma=fadumo=faadumo=fatemeh=fatimah=fatme
filip=philip=phillip finn fiona florian frank franz=frants fredrik frida=frieda frode geir
georg=george gerd gina grete=grethe=margrete=margrethe gro gunhild=gunnhild gunn gunnar guro
gustav halvard=hallvard hamid=hameed hamza hana=hanna=hannah hanne hans harald hassan=hasan=xasan
hedda hedvig hege heidi helena helene helga helge helin henning henriette henrik hilde hodan
hussein=hussain=husain=husein=hossein=hosein=xuseen=husayn=hossain håkon=haakon håvard
ibrahim=ebrahim=ibraheem=ibraahim ida idun ifrah ines inga inge ingeborg inger ingrid ingvild
irina isabella iselin ivan ivana ivar iver jakob=jacob jamal=djamal=gamal jamila=djamila jan jane
janne jens joakim=joachim johan=johann johanna johanne johannes=hannes john=jon jonas
jonatan=jonathan jonny=johnny jorunn josefine=josephine jovan jovana julia=julija=yulia julie
jørgen=jorgen jørn kai=kaj=kay kaia=kaja kamal=kemal kamil karen kari karim=kareem karin karl=carl
karolina karsten=carsten katarina=katharina kate katrine=cathrine=kathrine=catrine kenneth
ketil=kjetil kevin khadija=hadija=khadidja=hadidja=khadra khaled=khalid=halid=chalid=kalid kim
kjell kjersti klara=clara knut konrad kristen kristin=christin krzysztof=kshishtof kåre lars lasse
layla=leila=laila=leyla lea=leah leif lena lene leo liban lina linda line linh linn linnea lisa
lise liv liva louise=lovise=luise lovise lucas=lukas=lukasz lucia ludvig luna mads=mats magne
magnus mahmoud=mahmud=mahmood maja=maia=maya malin marcus=markus maren margareth=margaret mari
maria=mariya=marija mariam=maryam=miriam=marjam marianne marie marin marina marit marius mark=marc
marta=martha marte=marthe martin martine maryna matheo=mateo mathias=mattias=matias
mathilde=matilde
mehmet=mohammed=mohamed=muhammad=muhammed=mohammad=mohamad=maxamed=mahamed=muhamed=muhamad=mohd=mo
merete mette michael=mikael=mikkel=mikal michelle mikolaj milan milena milica milos mina minh
mohsen mona monica=monika morten munir=muneer musa=moussa=moosa mustafa=mostafa=moustafa nada
nadia=nadja nadja nasir=naser=nasser nasra natalia=natalja=natalya=nataliia nathalie=natalie
nikola nikolai=nikolaj=nikolay=nicolai nils=niels nina noor=nur=nour nora=noora norah oda odd
oksana ola olav=olaf ole olena olga oliver olivia omar=umar=cumar=omer omid oscar=oskar oskar
osman=othman=uthman=usman parisa patrick=patrik paul pawel=pavel pedro per pernilla pernille
peter=petter petra philippa piotr=pjotr=pyotr=petr pål rachel=rakel ragna ragnar ragnhild
rahim=raheem rahma ramin randi rania=ranya rashid=rasheed=rachid rasmus reidar reidun reza=riza
roar robert roger rolf roman ronny roya rune ruth said=saeed=sayed=sayid saida salma sam
samir=sameer samira samuel sana sander sandra sara=sarah sebastian selam selma
serhij=sergej=sergei=sergey=serhii serkan shirin=sjirin signe sigrid sigrun sigurd sigve silje
simen simon simona sina siri siv snezana snorre sofia=sophia=sofija sofie=sophie solveig
stefan=stephan=stephen stefania stein steinar stian stig sunniva sunny svein sverre synne synnøve
tarek=tariq=tarik tariq tatiana=tatjana=tatyana=tetiana terje tesfaye thanh thea=tea
therese=terese thomas=tomas tina tiril tobias tom tomine tone tonje tor=thor tora=thora
torbjørn=thorbjørn tore=thore torgeir torill=toril torleif=thorleif torstein=thorstein tove trine
trond trude trygve turid tuva ulf ulrik ulrikke una unni ursula vanja=vanya vegard vera vesna
vetle vibeke victor=viktor victoria=viktoria vidar vigdis vilde vladimir=volodymyr wafa
wenche=venke william=wilhelm yana=jana yasin=yassin=yaseen=jasin yasmin=jasmin=yasmine=yasmeen
yngve yonas yosef=josef=joseph=yousef=yusuf=jusuf=youssef=yusef=yuusuf younes=yunus=younis
zahra=zara=zahraa=sahra zainab=zeynep=zeinab=zaynab=zeineb zakaria=zakariya zoran zuzana ørjan
øystein=eystein åge=aage åse=aase åshild
"""

FAMILY = """
aas=ås aasen=åsen abdi=cabdi abdullah=abdulla=abdallah=abdullahi
abdulrahman=abdirahman=abdurrahman=abdelrahman=cabdiraxmaan abebe abraham abrahamsen aden=adan
ahmad=ahmed=axmed=ahmet=achmed ahmadi aleksandersen=alexandersen ali=aly amiri amundsen
andersen=anderson andreassen=andreasen andresen antonsen arnesen arntzen=arntsen aune
axelsen=akselsen bakke=bache=bakka bakken begum berg=bergh berge bergersen berntsen birkeland
bjerke bjerkeland borg brandt=brant brekke brun=bruun bråten bye bøe=bø carlsen=karlsen chen
christensen=kristensen christiansen=kristiansen dahl=dal dahlberg dahle danielsen demir duong
dyrdal edvardsen eide eliassen ellingsen eng engen eriksen=erichsen=ericsen evensen falk farah
farstad fjeld=fjell foss=fos fredriksen gabrielsen gjerde gran granli grønli gulbrandsen gundersen
haga hagen haile halvorsen hamre hansen=hanssen hassan=hasan haug hauge haugen haugland helland
hermansen hjelle hoang hoel holm holmen holt horvat=horvath hovland huse hussain
hussein=hussain=husein ibrahim=ibrahimi isaksen iversen jacobsen=jakobsen jansen jensen=jenssen
johannessen=johannesen johansen=johanssen johansson johnsen=jonsen jovanovic karimi=kareemi kaur
kaya khan kleven knudsen=knutsen knutsen kowalska=kovalska kowalski=kovalski
kristoffersen=christoffersen krogh=krog kumar lange larsen=larssen le lie=li=lee lien
lindberg=lindbergh lorentzen lund lunde ly løken madsen magnussen malik markussen marthinsen
martinsen martinussen mathisen=mathiesen mekonnen mikkelsen moe=mo moen
mohamed=mohammed=muhammad=mohammad monsen mortensen mustafa myhr myhre=myre myklebust nguyen
nielsen=nilsen=nilssen=nielssen nikolic nordli nowak=novak nur=noor nyberg nygaard nygård=nygaard
næss=ness=nes olaussen olsen=ohlsen omar=umar opsahl=opsal osman osmani ottesen paulsen pedersen
petersen=pettersen petrov=petroff petrova pham popovic rahimi rasmussen raza reza rossi rustad
ruud=rud ryan rønning saleh=salih sand sande sandvik selnes shah sharma simonsen singh sivertsen
skoglund solbakken solberg solheim solli=sollie stene stokke storm strand strøm sunde sveen
svendsen svensson syversen sæther=sæter sørensen tangen teigen tesfay=tesfai tesfaye
thomassen=tomassen thorsen=torsen tran tveit tveitan vang vik=wiik=wik vo vold vu wang wilhelmsen
wold=vold yilmaz yusuf=yousuf zhang ødegård=ødegaard ødegården østby øverland=overland
"""


@cache
def _names() -> dict[str, frozenset[str]]:
    """By plain spelling: the names it may be, each told by its first spelling here."""
    found: dict[str, set[str]] = {}
    for listed in (GIVEN, FAMILY):
        for name in listed.split():
            written = name.split("=")
            (words, *_) = words_of(" ".join(written))
            for plain in frozenset().union(*words):
                found.setdefault(plain, set()).add(written[0])
    return {plain: frozenset(heads) for plain, heads in found.items()}


def heads_of(spelled: Word) -> frozenset[str]:
    """The common names that a word, in any of its plain spellings, may be; none if it is not known."""
    names = _names()
    return frozenset().union(*(names.get(each, frozenset()) for each in spelled))
