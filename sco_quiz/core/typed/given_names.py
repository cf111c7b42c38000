"""Common given names, without those that are words or places more often than names (Chance, Paris, Royal).

The English ones are the most frequent first names of the United States census of 1990, which are in the public domain.
"""

# cards get the same list, see sco_quiz/card/tables.py
GIVEN_NAMES = """
aaron abbie abby abdul abdullah abe abel abigail abraham abram ada adalberto adam adan addie adela adelaide
adele adelina adeline adolf adolfo adolph adrian adriana adrianne adriano adrienne agatha agnes agustin ahmad
ahmed aida aileen aimee aisha akbar akira al alain alan alana alba alban albert alberta alberto albrecht alden
aldo alec alecia alejandra alejandro aleksandr alene alessandro alex alexander alexandra alexandre alexandria
alexei alexey alexis alfonso alfonzo alfred alfreda alfredo ali alice alicia aline alisa alisha alison alissa
allan allen allene allie allison allyson alma alonzo alphonse alphonso alta althea alton alva alvaro alvin alyce
alyson alyssa amadeus amado amalia amanda amber ambrose amelia amie amir amos amparo amy ana anastasia anatoly
anders anderson andre andrea andrei andres andrew andrey andy angel angela angelia angelica angelina angeline
angelique angelita angelo angie anibal anita ann anna annabelle anne annette annie annmarie anthony antionette
antoine antoinette anton antone antonia antonin antonio antony antwan araceli archie ariel aristide arjun arkady
arleen arlene arline armand armando arnold arnulfo aron arron art arthur arturo ashlee ashleigh ashley asif
askar athena aubrey audra audrey augusta augustine augusto augustus aung aurelia aurelio aurora ava avery avis
axel barbara barbra barney barrett barry bart barton bashar beatrice beatriz beau becky bela belinda belle ben
benazir benita benito benjamin bennett bennie benny bernadette bernadine bernard bernardo bernhard bernice
bernie bert berta bertha bertie bertram beryl bess bessie beth bethany betsy bette bettie betty bettye beulah
beverley beverly bhimrao bianca bill billie billy birdie bjorn blaine blair blake blanca blanche bo bob bobbi
bobbie bobby bolat bonita bonnie booker boris boyd brad bradford bradley bradly brady branden brandi brandie
brandon brandy brant brenda brendan brendon brent brenton bret brett brian briana brianna brianne brice bridget
bridgett bridgette brigitte britney brittany brittney brock bronislaw brooke bruce bruno bryan bryant bryce
bryon bud buford burl burt burton byron caitlin caleb callie calvin cameron camilla camille candace candice cara
caren carey cari carissa carl carla carlene carlo carlos carlton carly carmela carmella carmelo carmen carmine
carol carole caroline carolyn carrie carroll carson carter cary caryn casandra casey caspar cassandra cassie
catalina catherine cathleen cathryn cathy catrina cecelia cecil cecile cecilia cedric celeste celestine celia
celina cesar chadwick chandra chang chantel charlene charles charley charlie charlotte charmaine chasity
chauncey chelsea chelsey cheri cherie cheryl chester chet chi chloe chong chris christa christi christian
christie christin christina christine christoper christoph christopher christy chrystal chung cindi cindy clair
claire clara clare clarence clarice clarissa clark claude claudette claudia claudine claudio clay clayton
clement cleo cletus cleveland clifford clifton clint clinton clyde cody colby cole coleen coleman colette colin
colleen collin columbus concepcion concetta connie conrad constance consuelo cora corey corina corine corinne
cornelia cornelius cornell corrine cortney cory courtney coy craig cristiano cristina cristobal cruz crystal
curtis cynthia cyril cyrus dag daisy dale dalton damian damien damion damon dan dana dane danette danial daniel
daniela danielle danna dannie danny dante daphne dara darcy daren darin dario darius darla darlene darnell
darrel darrell darren darrick darrin darryl darwin darya daryl dave david davis dawn dayna dean deana deandre
deann deanna deanne debbie debby debora deborah debra dee deena deidra deidre deirdre delbert delia delilah
della delma delmar delmer delores deloris delphine demarcus demetria demetrius dena denice denis denise dennis
denny denver deon derek derick derrick desiree desmond dessie devin devon dewayne dewey dewitt dexter diana
diane diann dianna dianne dick diego dieter dillon dimitri dina dinah dino dion dionne dirk dixie dmitri dmitry
dollie dolores domingo dominic dominick dominique don dona donald donn donna donnell donnie donny donovan donte
dora doreen doretha dorian doris dorothea dorothy dorthy dottie doug douglas doyle drew duane dudley duncan
dustin dwain dwayne dwight dylan earl earle earlene earline earnestine ed eddie edgar edgardo edith edmond
edmund edna edouard eduard eduardo edvard edward edwardo edwin edwina edythe effie efrain efren egon eileen
elaine elba elbert elda eldon eleanor eleanore elena eli elia elias elida elijah elinor elisa elisabeth elise
eliseo elisha eliza elizabeth ella ellen elliot elliott ellis elma elmer elmo elnora eloisa eloise eloy elsa
elsie elton elva elvia elvin elvira elvis elwood emanuel emerson emery emil emile emilia emiliano emilie emilio
emily emma emmanuel emmett emory enid enoch enrico enrique enzo eric erica erich erick ericka erik erika erin
erma erna ernest ernestina ernestine ernesto ernie ernst errol ervin erwin esmeralda esperanza essie esteban
estela estella estelle ester esther ethan ethel etta eugene eugenia eugenio eula eunice eva evan evangelina
evangeline eve evelyn everett everette evgenia evgeny ezra fabian fannie fanny fatima faustino fay faye federico
felecia felicia felipe felix ferdinand fermin fernando fidel filippo fletcher flora florence florencio florine
flossie floyd forrest fran frances francesca francesco francine francis francisca francisco franco francois
frank frankie franklin franz fred freda freddie freddy frederic frederick frederik fredric fredrick freeman
freida frieda friedrich fritz fyodor gabriel gabriela gabrielle gail galen galileo gamal garbine garfield
garrett garry garth gary gavin gay gayla gayle gena genaro gene genevieve geoffrey georg george georges
georgette georgina gerald geraldine geraldo gerard gerardo gerhard gerhardt geri germaine gerry gertrude giacomo
gianni gil gilbert gilberto gilda gina gino gioachino giorgio giovanni giuseppe gladys glen glenda glenn glenna
gloria godfrey goldie gonzalo gordon gottfried gottlieb grace gracie graciela grady graham grant greg gregg
gregorio gregory greta gretchen grigori grigory griselda grover guadalupe guglielmo guillermina guillermo
gunther gus gussie gustav gustave gustavo guy gwen gwendolyn hal haley hallie hank hanna hannah hans harald
harlan harley harold harriet harriett harris harrison harry haruki harvey hasan hassan hattie hazel heath
heather hector heidi heinrich helen helena helene helga helmut henri henrietta henrik henry herbert heriberto
herman hermann herminia hernan herschel hershel hester hideki hilario hilary hilda hillary hilton hipolito hiram
hiroshi hollie hollis holly homer horace horacio hortencia hosni howard hubert huey hugh hugo humberto hussein
ian ibrahim ida ignacio igor ila ilene ilya imelda imogene imran ina indira ines inez ingmar ingrid iola iona
ira irene irina iris irma irvin irving irwin isaac isabel isabella isabelle isaiah isaias isambard isiah isidro
ismael issac iva ivan ivette ivy jack jackie jacklyn jackson jaclyn jacob jacqueline jacquelyn jacques jacquline
jaime jake jamaal jamal jamar jame jamel james jamey jami jamie jamison jan jana jane janel janell janelle janet
janette janice janie janine janis janna jannie jaqueline jared jarrett jarrod jarvis jasmin jasmine jason jasper
javier jawaharlal jay jayne jayson jean jeanette jeanie jeanine jeanna jeanne jeannette jeannie jeannine jed
jeff jefferey jefferson jeffery jeffrey jeffry jena jenifer jenna jennie jennifer jenny jens jerald jeremiah
jeremy jeri jermaine jerold jerome jerri jerrod jerrold jerry jess jesse jessica jessie jesus jewell jill
jillian jim jimmie jimmy jo joachim joan joann joanna joanne joao joaquin jocelyn jodi jodie jody joe joel
joesph joey johan johann johanna johannes john johnathan johnathon johnie johnnie johnny jolene jon jonah jonas
jonathan jonathon joni jorge jose josef josefa josefina joseph josephine josh joshua josiah josie josue joy
joyce juan juana juanita judi judith judson judy jules julia julian juliana julianne julie juliet juliette julio
julius jurgen justin justina justine kaitlin kaitlyn kamala kara kareem karel karen kari karim karin karina karl
karla karrie karyn kasey katarina kate katelyn katharine katherine katheryn kathi kathie kathleen kathrine
kathryn kathy katie katina katrina katy kay kaye kayla kazuo keanu keeley keenan keir keisha keith kelley kelli
kellie kelly kelsey kelvin kemal ken kendall kendra kendrick kenneth kennith kenny kent kenton keri kermit kerri
kerry keven kevin khaled kieth kim kimberlee kimberley kimberly kip kirby kirk kirsten kofi konrad konstantin
kory kris krista kristen kristi kristie kristin kristina kristine kristopher kristy krystal krystle kurt kurtis
kyle lacey ladonna lakeisha lakesha lakisha lamar lamont lana lance landon lanny lara larry lars lashawn
lashonda laszlo latanya latasha latisha latonya latoya latrice laura lauren laurence lauri laurie lavern laverne
lavonne lawanda lawerence lawrence lazaro lea leah leann leanna leanne lech lee leeann leigh leila lela leland
lelia lemuel lena lenard lenny lenora lenore leo leola leon leona leonard leonardo leonel leonhard leonid leonor
leopold leopoldo leora leroy les lesa lesley leslie lessie lester leta letha leticia letitia lev levi lewis liam
libby lidia lila lilia lilian liliana lillian lillie lilly lina lincoln linda lindsay lindsey linwood lionel
lisa lise liz liza lizzie lloyd logan lois lola lolita lon lona lonnie lora loraine loren lorena lorene lorenzo
loretta lori lorie lorna lorraine lorrie lottie lou louella louie louis louisa louise lourdes lowell loyd luann
luc luca lucas lucia luciano lucien lucile lucille lucinda lucio lucretia lucy ludwig luella luigi luis luisa
luiz luke lula lupe luther luz lydia lyle lyman lynda lyndon lynette lynn lynne lynnette mabel mable mac mack
madeleine madeline madelyn madge mae magdalena maggie magnus mahatma mahmoud mai malala malcolm malinda malissa
mallory mamie mandy manuel manuela mara marc marcel marcelino marcella marcello marcelo marci marcia marcie
marco marcos marcus marcy margaret margarethe margarita margarito margery margie margo margot margret margrethe
marguerite mari maria marian mariana marianna marianne mariano maribel maricela marie marietta marilyn marilynn
mario marion marisa marisela marisol marissa maritza marjorie mark markus marla marlene marlin marlon marquis
marquita marsha marshall marta martha martin martina marty marva marvin mary maryann maryanne marybeth maryellen
maryjane marylou mason mathew mathilde matilda matt matteo matthew mattie maude maudie maura maureen maurice
mauricio maurine mauro mavis max maximilian maximilien maximo maxine maxwell maynard mayra mckinley meagan megan
meghan mel melanie melba melinda melisa melissa mellisa melody melva melvin mercedes meredith merle merlin
merrill mervin mia micah michael michaela micheal michel michelangelo michele michell michelle mickey migdalia
miguel mike mikel mikhail milagros mildred miles milford millard millicent millie milo miloslav milton mina
mindy minerva minh minnie miranda miriam misty mitch mitchel mitchell mitzi mohamed mohammad mohammed mohandas
moises mollie molly mona monica monika monique monroe monte monty morgan moritz morris morton moses moshe
muammar muhammad muriel murray mustafa myles myra myrna myron myrtle nadia nadine naguib nan nancy nanette
nannie naomi napoleon narendra natalia natalie natasha nathan nathaniel neal ned neil nelda nell nellie nelly
nelson nestor nettie neva neville newton niccolo nicholas nichole nick nickolas nicolas nicolaus nicole niels
nigel nikita nikki nikola nikolai nilda nils nina nita noah noe noel noelle noemi nola nolan nona nora norbert
norberto noreen norma norman normand norris nursultan octavia octavio odell odessa odis ofelia ola ole oleg olen
olga olin oliver olivia olivier ollie oma omar omer opal ophelia ora oren orhan orlando orval orville osama
oscar oskar osvaldo otis otto owen pablo paige pam pamala pamela paolo parker pascal pasquale pat patrica
patrice patricia patrick patsy patti pattie patty paul paula paulette pauline paulo pavel pearl pearlie pedro
peggy penelope penny per percy perry pete peter petra phil philip phillip phoebe phyllis pierre placido polly
porfirio portia preston priscilla pyotr quentin quincy quinn quintin quinton rabindranath rachael racheal rachel
rachelle rae rafael rainer rajiv raleigh ralph ramiro ramon ramona randal randall randell randi randolph randy
raoul raphael raquel rashid raul ray raymond raymundo reba rebeca rebecca rebekah reed refugio reggie regina
reginald reid reinaldo rena renae rene renee retha reuben reva rex reyes reyna reynaldo reza rhea rhoda rhonda
ricardo richard richie rick rickey rickie ricky rico rigoberta rigoberto riley rita roald rob robbie robbin
robby robert roberta roberto robin robt robyn rocco rochelle rocio rod roderick rodger rodney rodolfo rodrick
rodrigo rogelio roger roland rolando rolland romain romano romeo ron ronald ronda ronnie ronny roosevelt rory
rosa rosalee rosalia rosalie rosalind rosalinda rosalyn rosanna rosanne rosario roscoe rose roseann rosella
rosemarie rosemary rosendo rosetta rosie rosita roslyn ross rowena roxanne roxie roy royce ruben rubin ruby
rudolf rudolph rudy rudyard rufus rupert ruslan russ russel russell ruth ruthie ryan sabrina sachin saddam sadie
sal sallie sally salvador salvatore sam samantha sammie sammy samuel sandor sandra sandy sanford santos sara
sarah sasha satyajit saul saundra savannah scot scott scottie scotty sean sebastian selena selina selma serena
sergei sergey sergio seth seymour shana shane shanna shannon shari sharlene sharon sharron shaun shauna shawn
shawna sheena sheila shelby sheldon shelia shelley shellie shelly shelton sheree sheri sherman sherri sherrie
sherry sheryl shiela shinzo shirley shonda sidney sigmund silas silvia silvio simon simone socorro sol soledad
solomon sondra sonia sonja sonny sonya sophia sophie soren spencer srinivasa stacey staci stacie stacy stan
stanford stanislaw stanley stefan stefanie steffi stella stepan stephan stephanie stephen steve steven stevie
stewart stuart subhas sue sun susan susana susanna susanne susie suzanne suzette svetlana sybil sylvester sylvia
tabatha tabitha tad tamara tameka tamera tami tamika tammi tammie tammy tamra tania tanisha tanya tara taryn
tasha tatiana tawana taylor ted teddy tenzin teodoro tera terence teresa teresita teri terra terrance terrell
terrence terri terrie terry tessa tessie thad thaddeus thanh thelma theo theodor theodora theodore theresa
therese theron thierry thomas thurman tia tiffany tillie tim timmy timothy tina tisha tobias toby tod todd tom
tomas tommie tommy toni tonia tony tonya tori tory toshiro tracey traci tracie tracy travis trent trenton treva
trevor trey tricia trina trisha tristan troy trudy truman twila ty tycho tyler tyree tyrell tyron tyrone tyson
ulrich ulysses umberto ursula vaclav valarie valentin valentina valeria valerie valery van vance vanessa vasco
vasily vaughn veda velma vera verda vern verna vernice vernon veronica vicente vicki vickie vicky victor
victoria vida viktor vilma vince vincent vincenzo viola violet virgie virgil virgina vito vivian vladimir
volodymyr vonda wade waldo wallace walter walther wanda warren wayne weldon wendell wendi wendy werner wernher
wesley weston whitney wilbert wilbur wilburn wilda wiley wilford wilfred wilfredo wilhelm wilhelmina will willa
willard william williams willie willis willy wilma wilmer wilson wilton wim winfred winifred winnie winona
winston wladyslaw wolfgang woodrow wyatt xavier yasser yesenia yevgeny yitzhak yoko yolanda yong yuri yves
yvette yvonne zachariah zachary zachery zaha zane zelda zelma zinedine
"""
